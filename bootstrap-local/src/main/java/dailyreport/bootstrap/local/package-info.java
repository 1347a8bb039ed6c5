/**
 * The product on one's own desk: command line, configuration, wiring and price files. The folder in
 * the place of S3 is in {@code folder}, the server in {@code serve}, the conversation it offers in
 * {@code simulator}; none of them names anything of this package.
 *
 * <p>This is a composition root: it names adapters and nothing of their libraries. Rules of the
 * product live in {@code domain} and {@code application}.
 */
package dailyreport.bootstrap.local;
