/**
 * The report: its facts, stance, narrative, checks and text.
 *
 * <p>Numbers are computed and checked here, sentences are composed here. Nothing here knows how a
 * report is kept, drawn or sent.
 */
package dailyreport.domain.report;
