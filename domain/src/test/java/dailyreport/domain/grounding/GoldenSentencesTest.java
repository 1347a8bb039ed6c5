package dailyreport.domain.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Sentences such as a model writes, right and wrong, through injection and check. */
class GoldenSentencesTest {

  @TestFactory
  Stream<DynamicTest> naturalSentencesPass() {
    return Golden.read("natural.txt").stream()
        .map(row ->
            DynamicTest.dynamicTest(
                row[1],
                () -> {
                  Golden golden = Golden.valueOf(row[0]);
                  String sentence = golden.filled(row[1]);
                  assertThat(Grounding.reasons(sentence, golden.facts())).as(sentence).isEmpty();
                }));
  }

  @TestFactory
  Stream<DynamicTest> wrongSentencesAreRefused() {
    return Golden.read("wrong.txt").stream()
        .map(row ->
            DynamicTest.dynamicTest(
                row[1] + " " + row[2],
                () -> {
                  Golden golden = Golden.valueOf(row[0]);
                  List<Violation> seen =
                      GroundingCheck.check(Grounding.narrative(unescaped(row[2])), golden.facts());
                  assertThat(
                          seen.stream()
                              .map(violation -> violation.reason().name())
                              .collect(Collectors.joining(" ")))
                      .isEqualTo(row[1]);
                }));
  }

  @Test
  void thereAreEnoughOfThem() {
    assertThat(Golden.read("natural.txt")).hasSizeGreaterThanOrEqualTo(60);
    assertThat(Golden.read("wrong.txt")).hasSizeGreaterThanOrEqualTo(60);
  }

  private static String unescaped(String text) {
    return Pattern.compile("\\\\u(\\p{XDigit}{4})")
        .matcher(text)
        .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
  }
}
