package dailyreport.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.domain.market.Headline;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of report.md section 11. */
class NewsChoiceTest {
  private static final Instant NOW = Instant.parse("2025-11-11T11:00:00Z");

  private static Headline headline(String title, String publisher, Duration age) {
    return new Headline(
        title,
        publisher,
        NOW.minus(age),
        URI.create("https://news.example/" + Integer.toHexString(title.hashCode())),
        Set.of("D05.SI"));
  }

  private static Headline old(String title) {
    return headline(title, "Blog", Duration.ofDays(2));
  }

  private static List<String> chosen(Headline... candidates) {
    return NewsChoice.choose(List.of(candidates), Drawn.DBS, NOW).stream()
        .map(Headline::title)
        .toList();
  }

  @Test
  void onlyNewsThatNameTheUnderlyingAreChosen() {
    var other =
        new Headline("UOB news", "Blog", NOW, URI.create("https://n.example/1"), Set.of("U11.SI"));
    var none = new Headline("All", "Blog", NOW, URI.create("https://n.example/2"), Set.of());

    assertThat(chosen(other, none, old("DBS news"))).containsExactly("DBS news");
  }

  @Test
  void newsAreAtMostSevenDaysOldAndNotFromTheFuture() {
    assertThat(
            chosen(
                headline("seven", "Blog", Duration.ofDays(7)),
                headline("older", "Blog", Duration.ofDays(7).plusSeconds(1)),
                headline("ahead", "Blog", Duration.ofMinutes(-5)),
                headline("future", "Blog", Duration.ofMinutes(-5).minusSeconds(1))))
        .containsExactly("ahead", "seven");
  }

  @Test
  void impactWordsYouthAndTrustedPublishersDecideTheOrder() {
    assertThat(
            chosen(
                old("quiet"),
                old("profit and loss"),
                headline("young", "Blog", Duration.ofHours(23)),
                headline("young and trusted", "Reuters", Duration.ofHours(23)),
                headline("trusted", "The Wall Street Journal", Duration.ofDays(2))))
        .containsExactly("young and trusted", "profit and loss", "young");
  }

  @ParameterizedTest
  @CsvSource({
    "Reuters",
    "Bloomberg",
    "WSJ",
    "Financial Times",
    "CNBC",
    "MarketWatch",
    "Barrons.com",
    "Barron's"
  })
  void trustedPublishersAreKnownByName(String publisher) {
    assertThat(
            chosen(
                headline("a newer one", "Blog", Duration.ofHours(1)),
                headline("b", publisher, Duration.ofHours(2))))
        .containsExactly("b", "a newer one");
  }

  @Test
  void onlyWholeWordsHaveImpactAndAtMostFourOfThem() {
    assertThat(
            chosen(
                old("a profit loss merger fda split"),
                headline("b profit loss merger fda", "Blog", Duration.ofHours(25)),
                headline("c profits losses", "Blog", Duration.ofHours(26)),
                headline("d CEO", "Blog", Duration.ofDays(3))))
        .containsExactly("b profit loss merger fda", "a profit loss merger fda split", "d CEO");
  }

  @Test
  void aWordTwiceCountsOnce() {
    assertThat(chosen(headline("loss, loss, loss", "Blog", Duration.ofDays(3)), old("ceo")))
        .containsExactly("ceo", "loss, loss, loss");
  }

  @Test
  void equalScoresAreOrderedByTimeThenTitle() {
    assertThat(chosen(headline("older", "Blog", Duration.ofDays(3)), old("b"), old("a")))
        .containsExactly("a", "b", "older");
  }

  @Test
  void aTitleOrLinkIsNotChosenTwice() {
    var link = URI.create("https://n.example/same");
    var first = new Headline("One", "Blog", NOW, link, Set.of("D05.SI"));
    var second = new Headline("Two", "Blog", NOW.minusSeconds(1), link, Set.of("D05.SI"));

    assertThat(chosen(first, second, old("DBS: record year!"), old("dbs  record YEAR")))
        .containsExactly("One", "DBS: record year!");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DBS <b>up</b> | DBS up",
        "DBS **rises** #1 | DBS rises 1",
        "see https://evil.example/x?y now | see now",
        "see www.evil.example now | see now",
        "see __www.evil.example now | see now",
        "see ไทยwww.evil.example now | see ไทย now",
        "[link](https://evil.example) DBS | link ( DBS",
        "AT&amp;T&#39;s &quot;plan&quot; | AT&T's \"plan\"",
        "{PRICE} of DBS | PRICE of DBS"
      })
  void markupAndLinksAreTakenOutOfTitles(String raw, String clean) {
    assertThat(chosen(old(raw))).containsExactly(clean);
  }

  @Test
  void controlsAndBidiAreTakenOutOfTitles() {
    assertThat(chosen(old("DBS\u202E\u200B rises\u0000\n again")))
        .containsExactly("DBS rises again");
  }

  @Test
  void anEmptyTitleIsNoNews() {
    assertThat(chosen(old("<br>"))).isEmpty();
  }

  @Test
  void aLongTitleIsCutOutsideOfClusters() {
    String title = chosen(old("ก".repeat(118) + "ที่นี่")).getFirst();

    assertThat(title).isEqualTo("ก".repeat(118) + "…");
    assertThat(chosen(old("x".repeat(118) + "\uD83D\uDE00y")).getFirst())
        .isEqualTo("x".repeat(118) + "…");
    assertThat(chosen(old("x".repeat(120))).getFirst()).hasSize(120);
  }
}
