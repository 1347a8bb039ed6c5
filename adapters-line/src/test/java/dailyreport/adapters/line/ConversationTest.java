package dailyreport.adapters.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The conversation as a table: what people do, and what arrives. Signed bodies go in at the
 * webhook, messages are read where LINE would show them; whatever happens, an event has at most one
 * answer, no token is used twice, nothing is pushed and nothing personal is recorded.
 */
class ConversationTest {
  private static final LinePlatform PLATFORM = new LinePlatform();

  static Stream<Row> table() {
    return Stream.of(
            ConversationWords.rows(),
            ConversationTaps.rows(),
            ConversationEvents.rows(),
            ConversationGroups.rows(),
            ConversationTimes.rows(),
            ConversationLimits.rows())
        .flatMap(List::stream);
  }

  /** The first request loads the classes of client and server; a person waits for half a second. */
  @BeforeAll
  static void warm() {
    var bot = new WholeBot(PLATFORM);
    for (int i = 0; i < 5; i++) {
      bot.person().types("help");
    }
  }

  @AfterAll
  static void stop() {
    PLATFORM.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("table")
  void whatArrives(Row row) {
    var bot = new WholeBot(PLATFORM);

    row.act().accept(bot);

    List<LinePlatform.Shown> shown = PLATFORM.shown();
    assertThat(shown.stream().map(Heard::of).collect(Collectors.joining(", ")))
        .isEqualTo(row.arrives());
    assertThat(PLATFORM.mistakes()).as("what LINE would refuse").isEmpty();
    assertThat(bot.made()).as("reports made").isEqualTo(row.made());
    assertThat(bot.queued()).as("jobs").isEqualTo(row.queued());
    assertThat(shown).extracting(LinePlatform.Shown::path).allMatch(LineStub.REPLY::equals);
    assertThat(shown).extracting(LinePlatform.Shown::address).doesNotHaveDuplicates();
    assertThat(PLATFORM.refused()).as("tokens that were no longer good").isZero();
    assertThat(bot.narrator.calls()).as("calls of the model").isLessThanOrEqualTo(2 * row.made());
    assertThat(bot.events.events().toString()).doesNotContain("canary");
  }

  @Test
  void theTableIsLongAndNoLineStandsInItTwice() {
    List<String> lines = table().map(Row::what).toList();

    assertThat(lines).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
  }
}
