/**
 * The local cache tier in a SQLite file: entries, and the watermarks where no shared tier keeps
 * them.
 *
 * <p>The file is disposable: whatever is wrong with it is cured by deleting it once, and after that
 * the tier is off for the life of the process. {@code DatabaseFile} knows when to open, mend and
 * give up; {@code Session} knows how one connection is set up; the two public classes know their
 * tables. Freshness, invalidation and the order of the tiers are decided above.
 */
package dailyreport.adapters.sqlite;
