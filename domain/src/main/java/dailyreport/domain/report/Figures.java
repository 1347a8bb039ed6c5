package dailyreport.domain.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * How figures and dates are printed, everywhere: ASCII digits, half up, Buddhist era, Thai month
 * names of our own table. Never a locale's calendar or digits: report.md, section 13.
 */
public final class Figures {
  private static final List<String> MONTHS =
      List.of(
          "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.",
          "ธ.ค.");

  /** Years the Buddhist era is ahead of the common era. */
  public static final int BUDDHIST_ERA = 543;

  /** The zone of everybody who reads a report. */
  public static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000L);
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000L);

  private Figures() {}

  /** {@code 1,234.50}; a value that rounds to zero has no sign. */
  public static String grouped(BigDecimal value, int decimals) {
    BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
    String pattern = decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(rounded.signum() == 0 ? rounded.abs() : rounded);
  }

  /** {@link #grouped} of the shortest decimal of a double. */
  public static String grouped(double value, int decimals) {
    return grouped(BigDecimal.valueOf(value), decimals);
  }

  /** {@code +1.28}, {@code -1.28} or {@code 0.00}. */
  public static String signed(BigDecimal value, int decimals) {
    boolean plus = value.setScale(decimals, RoundingMode.HALF_UP).signum() > 0;
    return (plus ? "+" : "") + grouped(value, decimals);
  }

  /** Decimals of a price: 2; below 1: 3; VND 0; JPY 0, or 1 when it has a fraction. */
  public static int priceDecimals(BigDecimal price, String currency) {
    return switch (currency) {
      case "VND" -> 0;
      case "JPY" ->
          price.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros().scale() > 0 ? 1 : 0;
      default -> price.compareTo(BigDecimal.ONE) < 0 ? 3 : 2;
    };
  }

  /**
   * {@code 155.71 พันล้าน}; below a million the whole number. The word is chosen by the rounded
   * amount, so that 999,999,999 is {@code 1.00 พันล้าน} and not a thousand millions.
   */
  public static String large(BigDecimal amount) {
    if (amount.setScale(0, RoundingMode.HALF_UP).abs().compareTo(MILLION) < 0) {
      return grouped(amount, 0);
    }
    if (inMillions(amount).abs().compareTo(THOUSAND) < 0) {
      return grouped(inMillions(amount), 2) + " ล้าน";
    }
    BigDecimal billions = amount.movePointLeft(9).setScale(2, RoundingMode.HALF_UP);
    return billions.abs().compareTo(THOUSAND) < 0
        ? grouped(billions, 2) + " พันล้าน"
        : grouped(amount.movePointLeft(12), 2) + " ล้านล้าน";
  }

  private static BigDecimal inMillions(BigDecimal amount) {
    return amount.movePointLeft(6).setScale(2, RoundingMode.HALF_UP);
  }

  /** {@code 20 พ.ย. 2563}. */
  public static String date(LocalDate day) {
    return day.getDayOfMonth() + " " + month(day) + " " + (day.getYear() + BUDDHIST_ERA);
  }

  /** Date and time in Bangkok: {@code 20 พ.ย. 2563 14:05 น.}. */
  public static String time(Instant instant) {
    var local = instant.atZone(BANGKOK);
    return String.format(
        Locale.ROOT,
        "%s %02d:%02d น.",
        date(local.toLocalDate()),
        local.getHour(),
        local.getMinute());
  }

  /** {@code พ.ย.}. */
  public static String month(LocalDate day) {
    return month(day.getMonthValue());
  }

  /** The short name of a month, 1 to 12. */
  public static String month(int month) {
    return MONTHS.get(month - 1);
  }
}
