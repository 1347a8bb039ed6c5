package dailyreport.application.port;

import dailyreport.domain.report.Report;

/** Prints a report. */
public interface PdfRenderer {

  /**
   * A PDF of two A4 pages.
   *
   * @param pageChart a PNG in the form {@link ChartForm#PAGE}
   * @throws PortException.Rendering when it could not be made
   */
  byte[] pdf(Report report, byte[] pageChart);
}
