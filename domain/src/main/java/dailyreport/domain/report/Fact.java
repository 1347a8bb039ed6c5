package dailyreport.domain.report;

import java.math.BigDecimal;
import java.util.List;

/**
 * One number a narrative may use, under a name.
 *
 * @param id the placeholder's name, for example {@code RSI_PCTL}
 * @param value signed, unrounded
 * @param unit what it counts
 * @param currency ISO 4217 code of a {@link Unit#MONEY} fact, else empty text
 * @param decimals how many are printed
 * @param signed whether its direction is part of its meaning
 * @param labels Thai and English words that name it in a sentence, none of them blank
 * @param text as it is printed, direction words included
 */
public record Fact(
    String id,
    BigDecimal value,
    Unit unit,
    String currency,
    int decimals,
    boolean signed,
    List<String> labels,
    String text) {
  public Fact {
    labels = List.copyOf(labels);
    if (labels.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("a label of the fact " + id + " is blank");
    }
  }
}
