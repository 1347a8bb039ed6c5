/**
 * Draws a report: the chart with JFreeChart, the two pages with OpenPDF, all letters in Sarabun.
 *
 * <p>What is drawn comes from {@link dailyreport.domain.report.Report}; nothing is computed here
 * but places on the paper. Words that the text of the report has too come from {@link
 * dailyreport.domain.report.ReportText}; captions that only a picture needs live here.
 */
package dailyreport.adapters.rendering;
