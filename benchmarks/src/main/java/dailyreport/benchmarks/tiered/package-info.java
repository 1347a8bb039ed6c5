/** What do both tiers together cost, as the application uses them? */
@org.jspecify.annotations.NullMarked
package dailyreport.benchmarks.tiered;
