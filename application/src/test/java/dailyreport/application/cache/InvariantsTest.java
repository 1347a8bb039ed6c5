package dailyreport.application.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Every invariant that this package's description states is guarded by tests that exist. */
class InvariantsTest {
  private static final Path DESCRIPTION =
      Path.of("src/main/java/dailyreport/application/cache/package-info.java");
  private static final Pattern INVARIANT = Pattern.compile("<li>I(\\d+)\\b(.*?)(?=<li>|</ul>)");
  private static final Pattern GUARD = Pattern.compile("(\\w+)#(\\w+)");
  private static final List<String> HOMES =
      List.of(
          "dailyreport.application.cache.",
          "dailyreport.contract.",
          "dailyreport.contract.scenarios.");

  @Test
  void allElevenAreStated() throws IOException {
    assertThat(guards(Files.readString(DESCRIPTION)).keySet())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 11).boxed().toList());
  }

  @Test
  void eachIsGuardedByTestsThatExist() throws IOException {
    guards(Files.readString(DESCRIPTION))
        .forEach((number, guards) -> {
          assertThat(guards).as("I" + number).isNotEmpty();
          assertThat(guards)
              .as("I" + number)
              .allSatisfy(guard -> assertThat(test(guard)).isNotNull());
        });
  }

  @Test
  void aGuardThatDoesNotExistIsFound() {
    var planted =
        "<ul><li>I1 a claim: {@code NoSuchTest#anything}</li>"
            + "<li>I2 another: {@code BreakerTest#noSuchMethod}</li>"
            + "<li>I3 with a helper: {@code BreakerTest#fault}</li></ul>";
    var guards = guards(planted);

    assertThat(guards).hasSize(3);
    guards
        .values()
        .forEach(guard ->
            assertThatThrownBy(() -> test(guard.getFirst())).isInstanceOf(AssertionError.class));
  }

  private static SequencedMap<Integer, List<String>> guards(String description) {
    String text = description.replaceAll("\\n \\* ?", " ");
    var guards = new TreeMap<Integer, List<String>>();
    INVARIANT
        .matcher(text)
        .results()
        .forEach(found ->
            guards.put(
                Integer.valueOf(found.group(1)),
                GUARD.matcher(found.group(2)).results().map(MatchResult::group).toList()));
    return guards;
  }

  /** The test method of that name, and no helper. */
  private static Method test(String guard) {
    String[] names = guard.split("#", 2);
    for (String home : HOMES) {
      try {
        return Arrays.stream(Class.forName(home + names[0]).getDeclaredMethods())
            .filter(method -> method.getName().equals(names[1]))
            .filter(method ->
                method.isAnnotationPresent(Test.class)
                    || method.isAnnotationPresent(ParameterizedTest.class))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no test " + guard));
      } catch (ClassNotFoundException e) {
        continue;
      }
    }
    throw new AssertionError("no class for " + guard);
  }
}
