package dailyreport.adapters.yahoo;

import java.util.regex.Pattern;

/**
 * The unit a source quotes in. {@code GBp}, {@code GBX}, {@code ZAc} and {@code ILA} are hundredths
 * of a currency; nothing of ours trades in them, and a price a hundred times too high must not be
 * printed, so they are refused.
 */
final class QuoteUnit {
  private static final Pattern WHOLE = Pattern.compile("(?!ILA|GBX|ZAC)[A-Z]{3}");

  private QuoteUnit() {}

  /** Whether that is the code of a currency and not of a part of one. */
  static boolean isWhole(String code) {
    return WHOLE.matcher(code).matches();
  }
}
