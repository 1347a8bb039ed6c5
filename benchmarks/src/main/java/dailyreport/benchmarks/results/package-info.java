/** What a run leaves behind: the machine it ran on, and its figures as tables and plots. */
@org.jspecify.annotations.NullMarked
package dailyreport.benchmarks.results;
