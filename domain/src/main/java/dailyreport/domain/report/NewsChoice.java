package dailyreport.domain.report;

import dailyreport.domain.market.Headline;
import dailyreport.domain.market.Underlying;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Picks the headlines worth citing: report.md, section 11. */
public final class NewsChoice {
  /** Most headlines in a report. */
  public static final int MOST = 3;

  private static final Duration OLDEST = Duration.ofDays(7);
  private static final Duration YOUNG = Duration.ofHours(24);

  /** How far a publisher's clock may run ahead of ours. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

  private static final Set<String> IMPACT =
      Set.of(
          "earnings",
          "revenue",
          "profit",
          "loss",
          "guidance",
          "forecast",
          "merger",
          "acquisition",
          "buyout",
          "dividend",
          "split",
          "buyback",
          "ceo",
          "bankruptcy",
          "investigation",
          "lawsuit",
          "settlement",
          "fda",
          "approval",
          "downgrade",
          "upgrade",
          "rating",
          "target",
          "halt",
          "delisting",
          "default",
          "offering");
  private static final List<String> TRUSTED =
      List.of(
          "reuters",
          "bloomberg",
          "wsj",
          "wall street journal",
          "financial times",
          "cnbc",
          "marketwatch",
          "barrons");

  private NewsChoice() {}

  /**
   * At most {@value #MOST} relevant headlines, cleaned, best first: they name the underlying, are
   * not older than 7 days nor from the future, and neither title nor link occurs twice.
   *
   * @param candidates in any order
   * @param underlying whose symbol a headline must name
   * @param now UTC
   */
  public static List<Headline> choose(
      List<Headline> candidates, Underlying underlying, Instant now) {
    var titles = new HashSet<String>();
    var links = new HashSet<String>();
    var chosen = new ArrayList<Headline>();
    candidates.stream()
        .filter(headline -> headline.symbols().contains(underlying.symbol()))
        .filter(headline -> isRecent(headline, now))
        .map(HeadlineTitle::cleaned)
        .filter(headline -> !headline.title().isEmpty())
        .sorted(
            Comparator.comparingInt((Headline headline) -> score(headline, now))
                .thenComparing(Headline::publishedAt)
                .reversed()
                .thenComparing(Headline::title))
        .forEach(headline -> {
          boolean newTitle = titles.add(String.join(" ", words(headline.title())));
          boolean newLink = links.add(headline.link().toString());
          if (newTitle && newLink) {
            chosen.add(headline);
          }
        });
    return chosen.stream().limit(MOST).toList();
  }

  private static boolean isRecent(Headline headline, Instant now) {
    return !headline.publishedAt().isBefore(now.minus(OLDEST))
        && !headline.publishedAt().isAfter(now.plus(CLOCK_TOLERANCE));
  }

  private static int score(Headline headline, Instant now) {
    long impact = words(headline.title()).stream().distinct().filter(IMPACT::contains).count();
    int score = (int) Math.min(40, 10 * impact);
    score += headline.publishedAt().isAfter(now.minus(YOUNG)) ? 20 : 10;
    // Yahoo spells one publisher "Barrons.com"; the apostrophe is dropped to meet it.
    String publisher = " " + String.join(" ", words(headline.publisher().replace("'", ""))) + " ";
    return TRUSTED.stream().anyMatch(name -> publisher.contains(" " + name + " "))
        ? score + 10
        : score;
  }

  /** Lower-case runs of letters and digits. */
  private static List<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{Nd}]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
