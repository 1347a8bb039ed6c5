/**
 * A conversation with the bot on one's own desk: a person who types into a page, LINE's side of the
 * webhook with real signatures, and a stand-in for LINE's API that the real adapter talks to.
 *
 * <p>Is a guest of the local server and changes nothing in how the product answers. No network, no
 * key of anybody; whatever is secret here is made at the start and ends with the process.
 */
package dailyreport.bootstrap.local.simulator;
