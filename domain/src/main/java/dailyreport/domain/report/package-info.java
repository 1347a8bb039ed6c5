/**
 * The report: its facts, stance, narrative and text.
 *
 * <p>Numbers are computed here, sentences are composed here. Nothing here knows how a report is
 * kept, drawn or sent, nor how a narrative is proven: that is {@code dailyreport.domain.grounding}.
 */
package dailyreport.domain.report;
