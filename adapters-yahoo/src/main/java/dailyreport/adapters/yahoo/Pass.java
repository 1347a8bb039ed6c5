package dailyreport.adapters.yahoo;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What Yahoo wants to see before it gives company figures.
 *
 * @param cookie value of the request header; empty in {@link #NONE}
 * @param crumb short token that belongs to the cookie
 */
record Pass(String cookie, String crumb) {
  static final Pass NONE = new Pass("", "");

  boolean isNone() {
    return cookie.isEmpty();
  }

  /** The crumb as a further query parameter, or nothing. */
  String query() {
    return crumb.isEmpty() ? "" : "&crumb=" + URLEncoder.encode(crumb, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return isNone() ? "Pass(none)" : "Pass(***)";
  }
}
