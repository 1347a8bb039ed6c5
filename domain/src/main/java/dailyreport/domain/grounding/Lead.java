package dailyreport.domain.grounding;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands before a number and belongs to it.
 *
 * @param sign -1 or +1 when one is written, else 0
 * @param currency ISO 4217 code, or empty text
 * @param percent whether ร้อยละ says that it is a percentage
 * @param hedged whether a word like ประมาณ says that it is rough
 * @param glued whether a Latin letter adjoins, as in {@code DBS14}, or a mean is named, as in
 *     {@code SMA 51}, so that it is no number
 */
record Lead(int sign, String currency, boolean percent, boolean hedged, boolean glued) {
  private static final Symbols<Boolean> MEANS =
      Symbols.longestFirst(
          Stream.of("SMA", "EMA", "WMA", "MA")
              .map(word -> new Symbols.Entry<>(word, true))
              .toList());

  private static final String PER_CENT = "ร้อยละ";
  private static final List<String> HEDGES = List.of("ประมาณ", "ราว", "ราวๆ", "เกือบ", "กว่า");

  /** Comparisons end like the hedge กว่า and are none. */
  private static final List<String> COMPARISONS =
      List.of(
          "สูงกว่า",
          "ต่ำกว่า",
          "มากกว่า",
          "น้อยกว่า",
          "เหนือกว่า",
          "ใหญ่กว่า",
          "เล็กกว่า",
          "ดีกว่า");

  /**
   * Reads backwards from a number.
   *
   * @param start place of its first digit
   * @param floor place before which everything belongs to the number before
   */
  static Lead before(String text, int start, int floor) {
    int sign = sign(text, start);
    int at = start - Math.abs(sign);
    int word = Symbols.skipSpacesBack(text, at);
    Optional<Symbols.Entry<String>> currency =
        NumberWords.CURRENCIES
            .before(text, word)
            .filter(entry -> word - entry.word().length() >= floor);
    boolean glued =
        currency.isEmpty()
            && ((at > 0 && Symbols.isLatin(text.charAt(at - 1))) || isNamed(text, at));
    if (currency.isPresent()) {
      at = word - currency.get().word().length();
      if (sign == 0) {
        sign = sign(text, at);
        at -= Math.abs(sign);
      }
    }
    int end = Symbols.skipSpacesBack(text, at);
    boolean percent = text.startsWith(PER_CENT, end - PER_CENT.length());
    int hedge = percent ? Symbols.skipSpacesBack(text, end - PER_CENT.length()) : end;
    return new Lead(
        sign,
        currency.map(Symbols.Entry::meaning).orElse(""),
        percent,
        endsWith(text, hedge, HEDGES) && !endsWith(text, hedge, COMPARISONS),
        glued);
  }

  /** Of the second number of a range: all it has stands behind it. */
  static Lead none() {
    return new Lead(0, "", false, false, false);
  }

  /** Whether the number says which mean it is: {@code SMA 51} and {@code EMA(12)} are no facts. */
  private static boolean isNamed(String text, int at) {
    int open = Symbols.skipSpacesBack(text, at);
    int end = text.startsWith("(", open - 1) ? Symbols.skipSpacesBack(text, open - 1) : open;
    return MEANS.before(text, end).isPresent();
  }

  private static int sign(String text, int at) {
    char before = at > 0 ? text.charAt(at - 1) : ' ';
    return before == '-' ? -1 : before == '+' ? 1 : 0;
  }

  private static boolean endsWith(String text, int end, List<String> words) {
    return words.stream().anyMatch(word -> text.startsWith(word, end - word.length()));
  }
}
