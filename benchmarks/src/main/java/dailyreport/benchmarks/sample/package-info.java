/**
 * What is measured with: a report of real size about a share that does not exist, and how a latency
 * is taken.
 */
@org.jspecify.annotations.NullMarked
package dailyreport.benchmarks.sample;
