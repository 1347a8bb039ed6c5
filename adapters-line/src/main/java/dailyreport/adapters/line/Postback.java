package dailyreport.adapters.line;

import dailyreport.application.port.Said;
import dailyreport.domain.market.Ticker;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The data behind our buttons: {@code v=1&a=report&t=DBS19&d=2025-11-11}, the date optional, and
 * {@code v=1&a=list&p=2}. At most 300 characters (LINE), ours have at most 45.
 */
final class Postback {
  private static final Pattern REPORT =
      Pattern.compile("v=1&a=report&t=([A-Z0-9]{1,16})(?:&d=(\\d{4}-\\d{2}-\\d{2}))?");
  private static final Pattern LIST = Pattern.compile("v=1&a=list&p=([1-9]\\d?)");

  private Postback() {}

  static String newest(Ticker ticker) {
    return "v=1&a=report&t=" + ticker;
  }

  static String of(Ticker ticker, LocalDate session) {
    return newest(ticker) + "&d=" + session;
  }

  static String page(int page) {
    return "v=1&a=list&p=" + page;
  }

  /** What the tap means; empty when the data is not of our form. */
  static Optional<Said> read(String data) {
    Matcher report = REPORT.matcher(data);
    if (report.matches()) {
      return tap(new Ticker(report.group(1)), Optional.ofNullable(report.group(2)));
    }
    Matcher list = LIST.matcher(data);
    return list.matches()
        ? Optional.of(new Said.TapList(Integer.parseInt(list.group(1))))
        : Optional.empty();
  }

  private static Optional<Said> tap(Ticker ticker, Optional<String> date) {
    try {
      return Optional.of(new Said.Tap(ticker, date.map(LocalDate::parse)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
