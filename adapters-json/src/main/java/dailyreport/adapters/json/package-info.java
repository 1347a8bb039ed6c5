/**
 * The JSON forms of the product: the commit record of a cache entry, the news part, the line of an
 * event.
 *
 * <p>Field names are the component names of the domain's records, which Jackson fills through their
 * canonical constructors; there are no mapper classes. Where a value of the domain is not an object
 * in JSON (a ticker, an instant, an absent figure) {@code Scalars} says how it is written. {@code
 * WrittenForm} reads the same records by hand, for speed, and leaves to Jackson what is not exactly
 * as we write it. Keys of objects, files and tables belong to the tiers, not here.
 */
package dailyreport.adapters.json;
