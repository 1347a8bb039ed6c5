/**
 * How long a report is true and who may say otherwise: validity, freshness, watermarks.
 *
 * <p>Pure functions of instants. Tiers, locks and storage are the application's and the adapters'.
 */
package dailyreport.domain.cache;
