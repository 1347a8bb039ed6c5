package dailyreport.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Thai that people read has few owners, so that one reader can judge it: the catalogue of messages,
 * the report's own words, what is drawn, and what the model is told. Everywhere else a Thai literal
 * is a text that nobody will find.
 */
class ThaiWordsTest {
  private static final Path PROJECT = Path.of("..");

  /** Packages whose subject is Thai text; each is below {@code src/main/java} of its module. */
  private static final List<String> OWNERS =
      List.of(
          // The report's words, and the words that the grounding check knows.
          "dailyreport/domain/report/",
          "dailyreport/domain/grounding/",
          "dailyreport/domain/market/Band.java",
          // Headings of chart and PDF; line breaking.
          "dailyreport/adapters/rendering/",
          // What the model is told.
          "dailyreport/adapters/openai/Prompt.java",
          "dailyreport/adapters/openai/ClassWords.java",
          // What the model's stand-in on the desk writes.
          "dailyreport/bootstrap/local/simulator/DemoNarrator.java");

  /** Comments, which may hold anything, and literals. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "//[^\\n]*|/\\*.*?\\*/|\"\"\".*?(?<!\\\\)\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'",
          Pattern.DOTALL);

  private static final Pattern THAI = Pattern.compile("[\\u0E01-\\u0E5B]");

  @Test
  void outsideOfItsOwnersNoCodeHoldsAThaiLiteral() throws IOException {
    List<Path> sources = sources();

    assertThat(sources).hasSizeGreaterThan(300);
    assertThat(sources)
        .filteredOn(source -> OWNERS.stream().noneMatch(owner -> path(source).contains(owner)))
        .allSatisfy(
            source -> assertThat(thai(Files.readString(source))).as(path(source)).isEmpty());
  }

  @Test
  void everyOwnerHoldsOne() throws IOException {
    List<Path> sources = sources();

    for (String owner : OWNERS) {
      var held = new ArrayList<String>();
      for (Path source : sources) {
        if (path(source).contains(owner)) {
          held.addAll(thai(Files.readString(source)));
        }
      }
      assertThat(held).as(owner).isNotEmpty();
    }
  }

  @Test
  void aPlantedLiteralIsFoundAndACommentIsNot() {
    assertThat(
            thai("/* ที่ \"ที่\" */ // 'ก'\n var a = \"no\"; var b = \"ดูรายงาน\"; char c = 'ก';"))
        .containsExactly("\"ดูรายงาน\"", "'ก'");
    assertThat(thai("String s = \"\"\"\n  say \"ที่\"\n  \"\"\";")).hasSize(1);
    assertThat(thai("String s = \"\\\"\"; // ที่")).isEmpty();
  }

  private static List<String> thai(String source) {
    return TOKEN
        .matcher(source)
        .results()
        .map(MatchResult::group)
        .filter(token -> !token.startsWith("/"))
        .filter(token -> THAI.matcher(token).find())
        .toList();
  }

  /** Main code of every module. */
  private static List<Path> sources() throws IOException {
    var sources = new ArrayList<Path>();
    try (Stream<Path> modules = Files.list(PROJECT)) {
      for (Path module : modules.sorted().toList()) {
        Path main = module.resolve("src/main/java");
        if (Files.isDirectory(main)) {
          try (Stream<Path> files = Files.walk(main)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
          }
        }
      }
    }
    return sources;
  }

  private static String path(Path source) {
    return source.toString().replace('\\', '/');
  }
}
