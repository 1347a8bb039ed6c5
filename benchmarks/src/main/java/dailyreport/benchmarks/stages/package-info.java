/** What does each stage of a report, and of an answer, cost? */
@org.jspecify.annotations.NullMarked
package dailyreport.benchmarks.stages;
