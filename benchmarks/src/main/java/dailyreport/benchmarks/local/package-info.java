/** What does the local tier cost? One class a question, with simpler stores beside it. */
@org.jspecify.annotations.NullMarked
package dailyreport.benchmarks.local;
