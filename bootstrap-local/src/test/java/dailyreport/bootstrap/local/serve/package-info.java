/** Tests of the local server and its queue, over real sockets. */
package dailyreport.bootstrap.local.serve;
