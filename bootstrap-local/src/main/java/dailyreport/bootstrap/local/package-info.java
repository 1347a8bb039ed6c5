/**
 * The product on one's own desk: command line, configuration and wiring, price files and a folder
 * in the place of S3. The server is in {@code serve}, the conversation it offers in {@code
 * simulator}; neither names anything of this package.
 *
 * <p>This is a composition root: it names adapters and nothing of their libraries. Rules of the
 * product live in {@code domain} and {@code application}.
 */
package dailyreport.bootstrap.local;
