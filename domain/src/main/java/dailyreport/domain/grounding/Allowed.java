package dailyreport.domain.grounding;

import dailyreport.domain.market.Headline;
import dailyreport.domain.report.FactSheet;
import dailyreport.domain.report.Figures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Digits a narrative may hold without being a fact.
 *
 * @param tokens words and names with digits, without spaces
 * @param news how many headlines may be cited
 * @param dates the session, the day of generation and the days of the headlines
 */
record Allowed(List<String> tokens, int news, Set<LocalDate> dates) {
  private static final List<String> FIXED =
      List.of(
          "SMA20",
          "SMA50",
          "SMA200",
          "SMA(20)",
          "SMA(50)",
          "SMA(200)",
          "RSI(14)",
          "RSI14",
          "RSI(14วัน)",
          "RSI14วัน",
          "ATR(14)",
          "ATR14",
          "ATR(14วัน)",
          "ATR14วัน",
          "MACD(12,26,9)",
          "52สัปดาห์",
          "252วันทำการ",
          "252วัน",
          "20วัน",
          "50วัน",
          "200วัน",
          "S&P500");

  Allowed {
    tokens = List.copyOf(tokens);
    dates = Set.copyOf(dates);
  }

  /** What the facts allow. */
  static Allowed of(FactSheet facts) {
    var tokens = new ArrayList<>(FIXED);
    List.of(facts.company().name(), facts.key().ticker().symbol(), facts.underlying().symbol())
        .forEach(name -> {
          String token = NormalText.of(name).replace(" ", "").replace("\n", "");
          if (token.chars().anyMatch(Character::isLetter)) {
            tokens.add(token);
          }
        });
    var dates = new HashSet<LocalDate>();
    dates.add(facts.key().session());
    dates.add(facts.generatedOn());
    for (Headline headline : facts.news()) {
      dates.add(headline.publishedAt().atZone(Figures.BANGKOK).toLocalDate());
    }
    // Longest first, so that "252 วันทำการ" is not cut to "252 วัน".
    tokens.sort((one, other) -> other.length() - one.length());
    return new Allowed(tokens, facts.news().size(), dates);
  }
}
