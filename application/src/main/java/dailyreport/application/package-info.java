/**
 * The use cases, one class with one public method each.
 *
 * <p>They decide and coordinate over the ports. No technology, no storage, no wording of a report.
 */
package dailyreport.application;
