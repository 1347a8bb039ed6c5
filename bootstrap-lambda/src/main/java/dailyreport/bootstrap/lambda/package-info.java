/**
 * The two Lambda functions, {@code webhook} and {@code worker}: runtime loop, event parsing,
 * configuration and wiring.
 *
 * <p>This is a composition root: it names adapters and nothing of their libraries. Rules of the
 * product live in {@code domain} and {@code application}.
 */
package dailyreport.bootstrap.lambda;
