package dailyreport.domain.report;

import dailyreport.domain.market.Headline;
import java.util.regex.Pattern;

/** Cleans a title of what must not stand in a text message: it is written by strangers. */
final class HeadlineTitle {
  /** UTF-16 units, the mark of a cut included. */
  static final int LONGEST = 120;

  /** Titles are cut to this before the patterns run, so that none of them sees a huge input. */
  private static final int LONGEST_RAW = 1_000;

  private static final char SARA_AM = '\u0E33';
  private static final char SARA_E = '\u0E40';
  private static final char SARA_AI = '\u0E44';

  private static final Pattern TAG = Pattern.compile("<[^<>]{0,200}>");
  private static final Pattern URL = Pattern.compile("(?i)(?<![a-z0-9])(?:https?://|www\\.)\\S*");
  private static final Pattern MARKUP = Pattern.compile("[*`_#\\[\\]{}<>|]+");
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}]+");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cc}\\p{Z}]+");

  private HeadlineTitle() {}

  /** The same headline with a clean title and publisher; the title may be empty. */
  static Headline cleaned(Headline headline) {
    return new Headline(
        clean(headline.title()),
        clean(headline.publisher()),
        headline.publishedAt(),
        headline.link(),
        headline.symbols());
  }

  private static String clean(String raw) {
    String text = raw.length() > LONGEST_RAW ? raw.substring(0, LONGEST_RAW) : raw;
    text = text.replace("&#39;", "'").replace("&quot;", "\"").replace("&amp;", "&");
    text = INVISIBLE.matcher(SPACE.matcher(text).replaceAll(" ")).replaceAll("");
    text = TAG.matcher(text).replaceAll(" ");
    text = URL.matcher(text).replaceAll(" ");
    text = MARKUP.matcher(text).replaceAll(" ");
    return cut(SPACE.matcher(text).replaceAll(" ").strip());
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = LONGEST - 1;
    while (end > 0 && !isBorder(text, end)) {
      end--;
    }
    return text.substring(0, end).strip() + "…";
  }

  /**
   * Not inside a surrogate pair, nor between a letter and the marks or vowels that belong to it.
   */
  private static boolean isBorder(String text, int at) {
    int type = Character.getType(text.codePointAt(at));
    char before = text.charAt(at - 1);
    return !Character.isLowSurrogate(text.charAt(at))
        && type != Character.NON_SPACING_MARK
        && type != Character.COMBINING_SPACING_MARK
        && text.charAt(at) != SARA_AM
        && !(before >= SARA_E && before <= SARA_AI);
  }
}
