/**
<<<<<<< HEAD
 * How reports are kept and shared: tiers, lifetimes, single flight, budgets.
 *
 * <p>Decides over the ports; no technology and no wording here.
=======
 * How a report is kept: two tiers, one generation at a time, lifetimes, watermarks, budgets.
 *
 * <p>{@code TieredCache} is the protocol; every other class is one idea it uses. Nothing here knows
 * how a report is made, written or sent, and no technology.
>>>>>>> h/app
 */
package dailyreport.application.cache;
