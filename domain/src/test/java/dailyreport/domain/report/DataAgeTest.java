package dailyreport.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.domain.market.Exchange;
import dailyreport.domain.market.Underlying;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataAgeTest {
  private static final String TODAY = "วันนี้";

  private static Report report(Underlying underlying, LocalDate newest, LocalDate made) {
    Drawn drawn = Reported.drawn().of(underlying).endingOn(newest);
    return Reported.madeOn(made, Reported.of(drawn));
  }

  @ParameterizedTest(name = "{0}: newest bar {1}, made {2}")
  @CsvSource({
    // A Tuesday's bar on the day itself, after a weekend, one day before the limit, at it.
    "SGX, 2025-11-11, 2025-11-11, false",
    "SGX, 2025-11-11, 2025-11-17, false",
    "SGX, 2025-11-11, 2025-11-20, false",
    "SGX, 2025-11-11, 2025-11-21, true",
    "SGX, 2025-11-11, 2026-02-02, true",
    // Sunday the 23rd: the newest session there can be is Friday's, ten days after.
    "SGX, 2025-11-11, 2025-11-23, true",
    // Tet 2025: no session of HOSE from 25 January to 2 February, so nothing is missing.
    "HOSE, 2025-01-24, 2025-02-02, false"
  })
  void aBarIsOldTenDaysAfterTheSessionItShouldBeOf(
      Exchange exchange, LocalDate newest, LocalDate made, boolean old) {
    var underlying = new Underlying("X", exchange, "SGD", Underlying.Kind.STOCK);

    assertThat(report(underlying, newest, made).facts().old()).isEqualTo(old);
  }

  @Test
  void anOldBarIsNotCalledTheLastClose() {
    Report old = report(Drawn.DBS, Drawn.SESSION, LocalDate.of(2025, 12, 1));

    assertThat(ReportText.dataLine(old, false))
        .isEqualTo("ข้อมูล ณ 11 พ.ย. 2568 (ยังไม่มีราคาใหม่จาก SGX)");
    assertThat(ReportText.dataLine(old, true))
        .isEqualTo("ข้อมูล ณ 11 พ.ย. 2568 ยังดึงข้อมูลล่าสุดไม่ได้");
    assertThat(ReportText.compose(old, false))
        .contains("ข้อมูล ณ 11 พ.ย. 2568 (ยังไม่มีราคาใหม่จาก SGX)\n")
        .doesNotContain("ราคาปิดล่าสุด", TODAY);
  }

  /** No guard speaks where the votes themselves said to hold; the bar is old all the same. */
  @Test
  void theTemplateWarnsOfAnOldBarWhateverTheStance() {
    FactSheet undecided = report(Drawn.DBS, Drawn.SESSION, LocalDate.of(2025, 12, 1)).facts();
    FactSheet fresh = report(Drawn.DBS, Drawn.SESSION, Drawn.SESSION).facts();

    assertThat(undecided.stance().guard()).isEmpty();
    assertThat(TemplateOutlook.risks(undecided).getFirst())
        .startsWith("ราคาล่าสุดอาจไม่ตรงกับตลาด");
    assertThat(TemplateOutlook.risks(fresh).getFirst()).doesNotContain("ราคาล่าสุด");
  }

  @Test
  void theTemplateNeverSaysToday() {
    for (long seed = 0; seed < 200; seed++) {
      Narrative narrative =
          TemplateNarrator.write(Synthetic.facts(seed), Narrative.Author.TEMPLATE);

      assertThat(narrative.toString()).as("seed %s", seed).doesNotContain(TODAY);
    }
  }

  /** Text, bubble, message catalogue and PDF are written from sources and resources alone. */
  @Test
  void noSourceOrResourceSaysTodayToAReader() throws IOException {
    Path root = Path.of(System.getProperty("dailyreport.root"));

    assertThat(mainFiles(root).filter(DataAgeTest::saysToday).map(file -> file.getFileName()))
        .map(Path::toString)
        .containsExactlyInAnyOrder(
            "GroundingCheck.java", // refuses the word
            "Prompt.java", // forbids it to the model when the session is old
            "Tail.java", // tells days from dates
            "narrative-v2.txt"); // forbids it to the model
  }

  private static Stream<Path> mainFiles(Path root) throws IOException {
    try (Stream<Path> modules = Files.list(root)) {
      List<Path> sources =
          modules.map(module -> module.resolve("src/main")).filter(Files::isDirectory).toList();
      assertThat(sources).hasSizeGreaterThan(10);
      return sources.stream().flatMap(DataAgeTest::files);
    }
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().matches(".*\\.(java|txt|properties|json|csv|tsv)"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean saysToday(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8).contains(TODAY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
