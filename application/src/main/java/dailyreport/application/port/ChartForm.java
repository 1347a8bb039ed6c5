package dailyreport.application.port;

/** What a chart is drawn for. */
public enum ChartForm {
  /** A phone, light theme. */
  PHONE_LIGHT,
  /** A phone, dark theme. */
  PHONE_DARK,
  /** The PDF page, light, without its own header and footer. */
  PAGE
}
