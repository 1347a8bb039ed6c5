/**
 * Instruments, sessions, bars and indicator readings.
 *
 * <p>Here live the facts of the market and their arithmetic. Nothing here knows a report, a cache,
 * a data source or a chart.
 */
package dailyreport.domain.market;
