package dailyreport.adapters.rendering;

import java.text.BreakIterator;
import java.util.BitSet;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a line of Thai text may end. Thai writes no space between words, so the JDK's dictionary
 * (module {@code jdk.localedata}) finds them; what it gets wrong for figures is put right here.
 *
 * <p>A runtime image without that module finds no word at all, silently. Then, as the self check on
 * a known sentence tells, lines end at spaces and between character clusters.
 */
final class LineBreaks {
  private static final Locale THAI = Locale.of("th");

  /** Units that belong to the number before them, with or without a space between. */
  private static final String UNITS =
      "(?:%|x\\b|เท่า|วันทำการ|วัน|สัปดาห์|เดือน|ปี|ครั้ง|ราย|จุด|คะแนน|บาท|น\\.|พัน|ล้าน|[A-Z]{3}\\b|/100)";

  private static final String MONTHS =
      "(?:ม\\.ค\\.|ก\\.พ\\.|มี\\.ค\\.|เม\\.ย\\.|พ\\.ค\\.|มิ\\.ย\\.|ก\\.ค\\.|ส\\.ค\\.|ก\\.ย\\.|ต\\.ค\\.|พ\\.ย\\.|ธ\\.ค\\.)";

  /**
   * What one line must hold whole: a number with its unit and what is glued to it ("5.2%ต่อ"), a
   * date, an indicator with its width ("SMA 20"), a citation with the word before it.
   */
  private static final Pattern WHOLE =
      Pattern.compile(
          "\\d{1,2} "
              + MONTHS
              + " \\d{4}|"
              + MONTHS
              + "|[+-]?\\d[\\d,.]*(?: ?"
              + UNITS
              + ")+(?:ต่อ)?|(?:SMA|EMA|VWAP|RSI|ATR) \\d+(?: วัน(?:ทำการ)?)?|\\S? ?\\[\\d+\\]|\\S ?ๆ");

  private static final boolean DICTIONARY = knowsThai();

  private LineBreaks() {}

  /** Positions of {@code text} before which a new line may start; a trailing space stays behind. */
  static BitSet of(String text) {
    return of(text, DICTIONARY);
  }

  static BitSet of(String text, boolean dictionary) {
    var breaks = dictionary ? words(text) : clusters(text);
    for (int i = 1; i < text.length(); i++) {
      char before = text.charAt(i - 1);
      char after = text.charAt(i);
      // A full stop of a Thai abbreviation, and "0.57|x", are no ends; neither is a lone space.
      if (after == ' ' || (before != ' ' && (ascii(before) && (ascii(after) || before == '.')))) {
        breaks.clear(i);
      }
      if (before != ' ' && (Character.isDigit(before) || before == '%')) {
        breaks.clear(i);
      }
    }
    Matcher whole = WHOLE.matcher(text);
    while (whole.find()) {
      breaks.clear(whole.start() + 1, whole.end());
    }
    return breaks;
  }

  /** Positions between user-perceived characters, for a word longer than a line. */
  static BitSet clusters(String text) {
    return boundaries(BreakIterator.getCharacterInstance(THAI), text);
  }

  private static BitSet words(String text) {
    return boundaries(BreakIterator.getLineInstance(THAI), text);
  }

  private static BitSet boundaries(BreakIterator iterator, String text) {
    var found = new BitSet();
    iterator.setText(text);
    for (int at = iterator.next(); at != BreakIterator.DONE; at = iterator.next()) {
      if (at < text.length()) {
        found.set(at);
      }
    }
    return found;
  }

  /** Ten words; without the dictionary the JDK finds the end of the sentence only. */
  private static boolean knowsThai() {
    return words("ราคาหุ้นปรับตัวขึ้นต่อเนื่องหลังผลประกอบการออกมาดี").cardinality() >= 5;
  }

  private static boolean ascii(char c) {
    return c > ' ' && c < 127;
  }
}
