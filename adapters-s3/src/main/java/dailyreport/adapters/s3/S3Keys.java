package dailyreport.adapters.s3;

import dailyreport.domain.cache.Scope;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.ReportKey;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every key of the bucket, built from validated types only. */
final class S3Keys {
  /** The one object that holds all watermarks. */
  static final String INVALIDATIONS = "cache/control/invalidations.json";

  private static final String REPORTS = "cache/reports/";
  private static final Pattern EVENT_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern IN_REPORTS =
      Pattern.compile("cache/reports/([A-Z0-9]{1,16})/(\\d{4}-\\d{2}-\\d{2})/[a-z]+\\.[a-z0-9]+");

  private S3Keys() {}

  /** The commit record. */
  static String record(ReportKey key) {
    return reportFolder(key) + "report.json";
  }

  /** A part; PDFs live outside the cache because links to them outlive it. */
  static String part(ReportKey key, PartName part) {
    return switch (part) {
      case CHART -> reportFolder(key) + "chart.b64";
      case NEWS -> reportFolder(key) + "news.json";
      case PDF -> "reports/" + key.ticker().symbol() + "/" + session(key) + ".pdf";
    };
  }

  /** The generation lease. */
  static String lease(ReportKey key) {
    return "cache/leases/" + key.ticker().symbol() + "/" + session(key);
  }

  /** What the model has cost on that day in Bangkok. */
  static String budget(LocalDate day) {
    return "cache/control/budget-" + fourDigitYear(day) + ".json";
  }

  /** The claim of a webhook event. */
  static String claim(String webhookEventId) {
    if (!EVENT_ID.matcher(webhookEventId).matches()) {
      throw new IllegalArgumentException(
          "event id must match " + EVENT_ID + ", seen " + webhookEventId.length() + " characters");
    }
    return "dedup/" + webhookEventId;
  }

  /** The longest prefix that all cached objects of the scope share. */
  static String prefix(Scope scope) {
    return switch (scope) {
      case Scope.All _, Scope.OfSession _ -> REPORTS;
      case Scope.OfTicker(Ticker ticker) -> REPORTS + ticker.symbol() + "/";
      case Scope.OfKey(ReportKey key) -> reportFolder(key);
    };
  }

  /** The key of the report that a cached object belongs to; empty for an object not of ours. */
  static Optional<ReportKey> reportOf(String objectKey) {
    Matcher matcher = IN_REPORTS.matcher(objectKey);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ReportKey(new Ticker(matcher.group(1)), LocalDate.parse(matcher.group(2))));
    } catch (DateTimeException e) {
      return Optional.empty(); // such as 2025-02-30
    }
  }

  private static String reportFolder(ReportKey key) {
    return REPORTS + key.ticker().symbol() + "/" + session(key) + "/";
  }

  private static String session(ReportKey key) {
    return fourDigitYear(key.session());
  }

  private static String fourDigitYear(LocalDate date) {
    int year = date.getYear();
    if (year < 1 || year > 9999) {
      throw new IllegalArgumentException("a date needs a year of four digits: " + date);
    }
    return date.toString();
  }
}
