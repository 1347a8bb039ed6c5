/** Tests of the simulated channel. */
package dailyreport.bootstrap.local.simulator;
