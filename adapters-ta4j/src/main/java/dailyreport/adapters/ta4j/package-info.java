/**
 * Indicators of a price history on ta4j.
 *
 * <p>Here live the conversion of our bars into ta4j's, the choice of ta4j's building blocks, and
 * the two averages whose start ta4j defines otherwise than we do. Percentiles, bands and votes are
 * the domain's.
 */
package dailyreport.adapters.ta4j;
