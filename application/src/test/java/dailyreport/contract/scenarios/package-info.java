/**
 * The acceptance scenarios of the report cache (cache.md, section 10), by their numbers. Written
 * once as default methods over a {@code CacheWorld}, grouped by what they are about, and played on
 * the stand-ins here and on the real adapters where they meet. What can only be said of bytes in a
 * bucket or of a SQLite file (S17, S22, S23, S35) stands there, beside the real worlds.
 */
package dailyreport.contract.scenarios;
