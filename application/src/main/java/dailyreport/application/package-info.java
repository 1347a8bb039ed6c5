/**
 * What the product does: one final class for each use case, with one public method, and the ticker
 * list that decides what may be asked for.
 *
 * <p>Nothing here knows a technology, and nothing keeps anything: that is the cache's. The order is
 * {@code application} over {@code application.cache} over {@code application.port}.
 *
 * <p>{@code GenerateReport} is longer than 250 lines: it is the order of a generation, and reads as
 * one piece from prices to parts.
 */
package dailyreport.application;
