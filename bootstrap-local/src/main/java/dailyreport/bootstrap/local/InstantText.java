package dailyreport.bootstrap.local;

import dailyreport.domain.report.Figures;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants for operators: to the second, always with their zone. */
final class InstantText {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private InstantText() {}

  /** {@code 2025-11-11 11:00:00 UTC}. */
  static String utc(Instant instant) {
    return in(ZoneOffset.UTC, instant) + " UTC";
  }

  /** {@code 2025-11-11 18:00:00 Bangkok}. */
  static String bangkok(Instant instant) {
    return in(Figures.BANGKOK, instant) + " Bangkok";
  }

  /** {@code 2025-11-11 11:00:00 UTC (2025-11-11 18:00:00 Bangkok)}. */
  static String both(Instant instant) {
    return utc(instant) + " (" + bangkok(instant) + ")";
  }

  private static String in(ZoneId zone, Instant instant) {
    return FORM.format(instant.atZone(zone));
  }
}
