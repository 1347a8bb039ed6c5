/** x. */
package dailyreport.application.cache.search;
