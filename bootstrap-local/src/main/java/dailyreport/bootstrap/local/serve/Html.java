package dailyreport.bootstrap.local.serve;

/** Text for an HTML page. */
final class Html {
  private Html() {}

  /** Text that stays text, in an element as in a quoted attribute. */
  static String safe(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
