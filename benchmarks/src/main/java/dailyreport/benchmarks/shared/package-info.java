/**
 * What does the shared tier cost? The server is on loopback, so the figures show our code and not
 * S3.
 */
@org.jspecify.annotations.NullMarked
package dailyreport.benchmarks.shared;
