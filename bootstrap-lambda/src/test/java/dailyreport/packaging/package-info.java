/**
 * Makes what Lambda gets, proves it and measures its start: the package is unpacked and its {@code
 * bootstrap} run as a child process, with stand-ins of everything beyond it on loopback. Runs on
 * the JDK 25 whose {@code jlink} it uses. No product code lives here, and nothing here knows the
 * product's classes: it knows what goes over the wire.
 */
package dailyreport.packaging;
