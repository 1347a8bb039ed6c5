/**
 * What the use cases need from the world, as interfaces written for their callers, and the values
 * those interfaces speak.
 *
 * <p>No technology is named here, and no use case. Every port has a contract suite in the package
 * {@code dailyreport.contract} of this module's test jar.
 */
package dailyreport.application.port;
