/**
 * One class a question, named after it; {@link dailyreport.benchmarks.Main} runs them. Nothing here
 * judges a figure: a threshold on a shared machine is a flaky test.
 *
 * <p>What is measured is always a real adapter on a synthetic report of real size ({@link
 * dailyreport.benchmarks.SampleReport}). Every benchmark makes sure, outside of the measured time,
 * that what it reads is what was stored.
 */
@org.jspecify.annotations.NullMarked
package dailyreport.benchmarks;
