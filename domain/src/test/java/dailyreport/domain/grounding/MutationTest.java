package dailyreport.domain.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.domain.market.Underlying;
import dailyreport.domain.report.Fact;
import dailyreport.domain.report.FactSheet;
import dailyreport.domain.report.Narrative;
import dailyreport.domain.report.Synthetic;
import dailyreport.domain.report.TemplateNarrator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Every digit, sign, unit, currency and magnitude of sentences that pass, changed one by one. */
class MutationTest {
  private static final int SENTENCES = 240;

  /** A sentence with the facts it was made from. */
  private record Sentence(String text, FactSheet facts) {
    boolean passes(String changed) {
      return GroundingCheck.check(Grounding.narrative(changed), facts).isEmpty();
    }
  }

  private static final List<Sentence> TEMPLATE = templateSentences();

  private static List<Sentence> templateSentences() {
    var seen = new HashSet<String>();
    return LongStream.iterate(0, seed -> seed + 1)
        .mapToObj(Synthetic::facts)
        .flatMap(facts ->
            TemplateNarrator.write(facts, Narrative.Author.TEMPLATE).sections().stream()
                .flatMap(section -> section.paragraphs().stream())
                .filter(text -> text.chars().anyMatch(Character::isDigit) && seen.add(text))
                .map(text -> new Sentence(text, facts)))
        .limit(SENTENCES)
        .toList();
  }

  @Test
  void theSentencesCoverAllCurrenciesSmallAndLargePricesFundsAndAbsentFigures() {
    List<FactSheet> sheets = TEMPLATE.stream().map(Sentence::facts).distinct().toList();

    assertThat(sheets.stream().map(facts -> facts.underlying().currency()))
        .contains("SGD", "JPY", "HKD", "VND", "TWD", "USD", "EUR");
    assertThat(sheets).anyMatch(facts -> value(facts, "PRICE").compareTo(BigDecimal.ONE) < 0);
    assertThat(sheets)
        .anyMatch(facts -> value(facts, "PRICE").compareTo(new BigDecimal(1_000_000)) > 0);
    assertThat(sheets).anyMatch(facts -> value(facts, "MACD").signum() < 0);
    assertThat(sheets)
        .anyMatch(facts ->
            facts.underlying().kind() == Underlying.Kind.FUND && facts.fact("PE").isEmpty());
    assertThat(sheets).anyMatch(facts -> facts.fact("RSI").isEmpty());
  }

  private static BigDecimal value(FactSheet facts, String id) {
    return facts.fact(id).map(Fact::value).orElse(BigDecimal.ONE);
  }

  @Test
  void untouchedSentencesPass() {
    assertThat(TEMPLATE).hasSize(SENTENCES).allMatch(one -> one.passes(one.text()));
  }

  @Test
  void nearlyEveryMutantIsRefusedAndEveryEscapeHasAReason() throws IOException {
    MutationTable template = judged(TEMPLATE);
    MutationTable natural =
        judged(
            Golden.read("natural.txt").stream()
                .map(row ->
                    new Sentence(
                        Golden.valueOf(row[0]).filled(row[1]), Golden.valueOf(row[0]).facts()))
                .toList());
    Files.writeString(
        Path.of("target", "grounding-mutants.md"),
        "Template sentences: "
            + TEMPLATE.size()
            + "\n\n"
            + template.markdown()
            + "\nNatural sentences: "
            + Golden.read("natural.txt").size()
            + "\n\n"
            + natural.markdown());

    assertThat(template.unexplained()).isEmpty();
    assertThat(natural.unexplained()).isEmpty();
    assertThat(template.mutants()).isGreaterThan(40_000);
    assertThat(template.rejected()).isGreaterThanOrEqualTo(template.wrong() * 99 / 100);
    assertThat(natural.rejected()).isGreaterThanOrEqualTo(natural.wrong() * 99 / 100);
  }

  private static MutationTable judged(List<Sentence> sentences) {
    var table = new MutationTable();
    sentences.parallelStream()
        .forEach(sentence ->
            Mutants.of(sentence.text()).stream()
                .collect(Collectors.toMap(Mutant::text, mutant -> mutant, (one, _) -> one))
                .values()
                .forEach(mutant -> judge(mutant, sentence, table)));
    return table;
  }

  private static void judge(Mutant mutant, Sentence sentence, MutationTable table) {
    boolean rejected = !sentence.passes(mutant.text());
    String excuse =
        mutant.excuse().isEmpty() && isFigure(mutant.figure(), sentence.facts())
            ? "another figure of the report, or one of them rounded"
            : mutant.excuse();
    table.add(mutant.kind(), mutant.text(), mutant.stillTrue(), rejected, excuse);
  }

  /** Whether a number, with its magnitude, is some figure of the report as far as it goes. */
  private static boolean isFigure(String figure, FactSheet facts) {
    String[] parts = figure.replace(",", "").split(" ");
    if (!parts[0].matches("\\d+(\\.\\d+)?")) {
      return false;
    }
    int power =
        parts.length == 1 ? 0 : Map.of("ล้าน", 6, "พันล้าน", 9, "ล้านล้าน", 12).get(parts[1]);
    var number = new BigDecimal(parts[0]);
    BigDecimal half = new BigDecimal("0.5").scaleByPowerOfTen(power - number.scale());
    return facts.facts().stream()
        .map(fact -> fact.value().abs().subtract(number.scaleByPowerOfTen(power)).abs())
        .anyMatch(error -> error.compareTo(half) <= 0);
  }
}
