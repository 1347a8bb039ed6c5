/**
 * The local server: HTTP in and out, LINE's webhook, links, figures, and the queue with its workers
 * in this process.
 *
 * <p>Takes use cases and ports as they are wired elsewhere; knows neither settings nor adapters'
 * libraries, and nothing of the simulator, which is a guest of this server.
 */
package dailyreport.bootstrap.local.serve;
