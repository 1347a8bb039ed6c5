/**
 * What every port promises, as suites that each adapter and the in-memory stand-in run, with the
 * stand-ins and the example data they share. Published as this module's test jar.
 */
package dailyreport.contract;
