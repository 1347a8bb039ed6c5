/**
 * How a report is kept: two tiers, one generation at a time, lifetimes, watermarks, budgets.
 *
 * <p>{@code TieredCache} is the protocol; every other class is one idea it uses. Nothing here knows
 * how a report is made, written or sent, and no technology.
 */
package dailyreport.application.cache;
