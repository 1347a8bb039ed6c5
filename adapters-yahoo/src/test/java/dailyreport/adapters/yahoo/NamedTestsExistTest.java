package dailyreport.adapters.yahoo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** {@code docs/market-data.md} names tests; a test that was renamed must not leave a lie there. */
class NamedTestsExistTest {
  private static final Path ROOT = Path.of(System.getProperty("dailyreport.root"));
  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+Test)\\.(\\w+)`");

  @Test
  void everyTestThatThePageNamesExists() throws IOException {
    List<MatchResult> named =
        NAMED.matcher(Files.readString(ROOT.resolve("docs/market-data.md"))).results().toList();
    assertThat(named).hasSizeGreaterThan(40);
    Map<String, String> sources = testSources();
    var missing = new TreeSet<String>();
    for (MatchResult test : named) {
      String source = sources.getOrDefault(test.group(1), "");
      if (!source.contains("  void " + test.group(2) + "(")) {
        missing.add(test.group(1) + "." + test.group(2));
      }
    }
    assertThat(missing).isEmpty();
  }

  private static Map<String, String> testSources() throws IOException {
    try (var modules = Files.newDirectoryStream(ROOT, Files::isDirectory)) {
      return StreamSupport.stream(modules.spliterator(), false)
          .map(module -> module.resolve("src/test/java"))
          .filter(Files::isDirectory)
          .flatMap(NamedTestsExistTest::walk)
          .filter(file -> file.toString().endsWith("Test.java"))
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString().replace(".java", ""),
                  NamedTestsExistTest::read,
                  (one, same) -> one + same));
    }
  }

  private static Stream<Path> walk(Path folder) {
    try {
      return Files.walk(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
