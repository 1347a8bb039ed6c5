/**
 * Prices, company figures and news over HTTP.
 *
 * <p>Here live the shapes and habits of the sources (Yahoo Finance, and Twelve Data behind the same
 * port), one bounded HTTP client and the one place that repeats a request. A source's figures leave
 * this package as the domain's bars, company and headlines; which bars are good is the domain's
 * {@code BarScreen}, which headlines matter its {@code NewsChoice}.
 *
 * <p>Reading order: {@code YahooMarketData}, {@code Attempts}, {@code BoundedHttp}.
 */
package dailyreport.adapters.yahoo;
