/**
 * Starts the benchmarks. {@code local}, {@code shared} and {@code tiered} hold one class for each
 * question about the cache, {@code stages} one for each stage of a report and of an answer, {@code
 * sample} what all of them measure with, {@code results} what a run leaves behind.
 *
 * <p>Nothing here judges a figure: a threshold on a shared machine is a flaky test. What is
 * measured is always a real adapter on a synthetic report of real size. Every benchmark makes sure,
 * outside of the measured time, that what it reads is what was stored.
 */
@org.jspecify.annotations.NullMarked
package dailyreport.benchmarks;
