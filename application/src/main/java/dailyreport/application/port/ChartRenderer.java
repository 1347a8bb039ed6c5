package dailyreport.application.port;

import dailyreport.domain.report.Report;

/** Draws the chart of a report. */
public interface ChartRenderer {

  /**
   * A PNG, 1024 by 1024 pixels for the phone forms.
   *
   * @throws PortException.Rendering when it could not be drawn
   */
  byte[] png(Report report, ChartForm form);
}
