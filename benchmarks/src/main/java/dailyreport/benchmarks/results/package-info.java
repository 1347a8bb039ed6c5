/**
 * What a run leaves behind: figures and conditions as JSON, and drawn from that alone a table and
 * plots. {@link dailyreport.benchmarks.results.Plots} is the only class that knows a benchmark by
 * name; nothing here measures.
 */
@org.jspecify.annotations.NullMarked
package dailyreport.benchmarks.results;
