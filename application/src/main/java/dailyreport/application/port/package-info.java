/**
 * What the use cases need from the world, as interfaces written for their callers, and the values
 * those interfaces speak.
 *
 * <p>No technology is named here, and no use case. Every port has a contract suite in the package
 * {@code dailyreport.contract} of this module's test jar.
 *
 * <p>{@code AppEvent} is longer than 250 lines: it is the closed list of all events, a few lines
 * each.
 */
package dailyreport.application.port;
