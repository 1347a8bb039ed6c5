/**
 * How reports are kept and shared: tiers, lifetimes, single flight, budgets.
 *
 * <p>Decides over the ports; no technology and no wording here.
 */
package dailyreport.application.cache;
