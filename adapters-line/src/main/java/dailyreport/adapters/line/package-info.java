/**
 * LINE: signed webhook bodies become {@link dailyreport.application.port.Incoming} events, answers
 * become messages.
 *
 * <p>What to answer is decided elsewhere; no word a person reads is written here except through
 * {@link dailyreport.application.port.Messages} and {@link dailyreport.domain.report.ReportText}.
 */
package dailyreport.adapters.line;
