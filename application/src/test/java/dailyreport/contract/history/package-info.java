/**
 * Random histories of a cache against a reference model: acceptance line P1 of cache.md, section
 * 10. {@code RandomHistories} is the suite to extend; {@code Promises} is what it holds a cache to.
 * Nothing here knows a technology, or how the cache keeps its promises.
 */
package dailyreport.contract.history;
