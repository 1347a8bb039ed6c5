package dailyreport.bootstrap.lambda;

import static dailyreport.bootstrap.lambda.QueueEvents.answerJob;
import static dailyreport.bootstrap.lambda.QueueEvents.batch;
import static dailyreport.bootstrap.lambda.QueueEvents.record;
import static dailyreport.bootstrap.lambda.QueueEvents.refresh;
import static dailyreport.bootstrap.lambda.Requests.bytes;
import static dailyreport.bootstrap.lambda.Requests.text;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.DeadLetter;
import dailyreport.application.port.Fault;
import dailyreport.application.port.Messenger;
import dailyreport.application.port.PortException;
import dailyreport.contract.Examples;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which jobs end as a dead letter, when, and what stands in it. */
class JobMessagesTest {
  private static final String DONE = "{\"batchItemFailures\":[]}";
  private static final String AGAIN = "{\"batchItemFailures\":[{\"itemIdentifier\":\"m-7\"}]}";
  private static final Duration LIMIT = Duration.ofSeconds(117);

  /** As in {@code terraform/main.tf}. */
  private static final Duration VISIBILITY = Duration.ofSeconds(180);

  private final Bench bench = new Bench();
  private final List<String> logged = new ArrayList<>();
  private final Logger logger = Logger.getLogger(JobMessages.class.getName());
  private final Handler ear =
      new Handler() {
        @Override
        public void publish(LogRecord told) {
          logged.add(new JsonLogLines().format(told));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    logger.addHandler(ear);
  }

  @AfterEach
  void nothingOfAPersonIsInALetterOrInTheLog() {
    logger.removeHandler(ear);
    assertThat(logged.toString() + bench.deadLetters.letters())
        .doesNotContain("canary", "\"E1\"", "eventId");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "canary",
        "{\"canary\":",
        "{\"v\":\"canary\"}",
        "{\"v\":\"1\",\"delaySeconds\":0,\"ticker\":\"canary\"}",
        "{\"v\":\"1\",\"delaySeconds\":0,\"ticker\":\"DBS19\",\"session\":\"canary\"}",
        "{\"v\":\"1\",\"delaySeconds\":0,\"ticker\":\"DBS19\",\"session\":\"2025-11-11\","
            + "\"kind\":\"canary\"}",
        "{\"v\":\"1\",\"delaySeconds\":0,\"ticker\":\"DBS19\",\"session\":\"2025-11-11\","
            + "\"kind\":\"answer\",\"incoming\":{\"eventId\":\"E1\",\"chatKind\":\"canary\","
            + "\"time\":\"2025-11-11T11:00:00Z\",\"userId\":\"canary\"}}"
      })
  void whatIsNoJobIsBuriedAtItsFirstReceipt(String poison) {
    assertThat(receipt(1, poison)).isEqualTo(DONE);
    assertBuried(DeadLetter.Kind.UNKNOWN, "malformed");
    assertThat(bench.calls()).isZero();
    assertSkipped("malformed");
    assertThat(logged)
        .hasSize(2)
        .allMatch(line -> line.contains("job message m-7"))
        .anyMatch(line -> line.contains("receipt 1: dailyreport"))
        .anyMatch(line -> line.contains("given up, see the dead-letter queue"));
  }

  @Test
  void aJobOfAnotherVersionIsBuriedAtItsFirstReceipt() {
    String newer = answerJob(Examples.KEY).replace("\"v\":\"1\"", "\"v\":\"2\"");
    assertThat(receipt(1, newer)).isEqualTo(DONE);
    assertBuried(DeadLetter.Kind.UNKNOWN, "malformed");
    assertThat(bench.calls()).isZero();
  }

  @Test
  void aJobThatEndsInABugComesAgainOnceAndIsBuriedThen() {
    bench.world.generator.hasABug();
    assertThat(receipt(1, answerJob(Examples.KEY))).isEqualTo(AGAIN);
    assertThat(bench.deadLetters.attempts()).isZero();
    bench.clock.advance(VISIBILITY);
    assertThat(receipt(2, answerJob(Examples.KEY))).isEqualTo(DONE);
    assertBuried(DeadLetter.Kind.ANSWER, "bug");
    assertSkipped("bug", "bug");
  }

  @Test
  void aJobWhoseSecondRunMeetsAFaultIsBuriedWithItsLabel() {
    Messenger refused =
        new MessengerWhenNeeded(() -> {
          throw new PortException.Messaging(Fault.AUTH, "LINE client: token refused", null);
        });
    assertThat(receipt(bench.worker(refused), 1, answerJob(Examples.KEY))).isEqualTo(AGAIN);
    assertThat(bench.deadLetters.attempts()).isZero();
    assertThat(receipt(bench.worker(refused), 2, answerJob(Examples.KEY))).isEqualTo(DONE);
    assertBuried(DeadLetter.Kind.ANSWER, "auth");
    assertSkipped("auth", "auth");
  }

  @Test
  void aSecondRunThatSucceedsLeavesNoLetter() {
    bench.world.generator.hasABug();
    assertThat(receipt(1, refresh(Examples.KEY))).isEqualTo(AGAIN);
    bench.world.generator.heals();
    bench.clock.advance(VISIBILITY);
    assertThat(receipt(2, refresh(Examples.KEY))).isEqualTo(DONE);
    assertThat(bench.deadLetters.attempts()).isZero();
    assertThat(bench.world.commits()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void aJobThatComesAThirdTimeIsBuriedWithoutWork(int receipts) {
    assertThat(receipt(receipts, answerJob(Examples.KEY))).isEqualTo(DONE);
    assertBuried(DeadLetter.Kind.ANSWER, "unfinished");
    assertThat(bench.calls()).isZero();
    assertSkipped("unfinished");
  }

  @Test
  void aJobOfAThirdReceiptIsTooOldToBeWorkedOnAndYetNotForgotten() {
    Instant sent = bench.clock.instant();
    bench.clock.advance(VISIBILITY.multipliedBy(2));
    for (String job : List.of(answerJob(Examples.KEY), refresh(Examples.KEY))) {
      assertThat(receipt(bench.worker(), 2, sent, job)).as("old, second receipt").isEqualTo(DONE);
    }
    assertThat(bench.deadLetters.attempts()).isZero();
    assertSkipped("old", "old");
    assertThat(receipt(bench.worker(), 3, sent, refresh(Examples.KEY))).isEqualTo(DONE);
    assertBuried(DeadLetter.Kind.REFRESH, "unfinished");
    assertThat(bench.calls()).isZero();
  }

  @Test
  void whatCannotBeBuriedComesAgainAndIsBuriedWhenThatIsPossible() {
    bench.deadLetters.refuse(Fault.PERMISSION);
    bench.world.generator.hasABug();
    assertThat(receipt(1, "canary")).isEqualTo(AGAIN);
    assertThat(receipt(2, refresh(Examples.KEY))).isEqualTo(AGAIN);
    assertThat(receipt(3, refresh(Examples.KEY))).isEqualTo(AGAIN);
    assertThat(bench.deadLetters.attempts()).isEqualTo(3);
    assertThat(bench.deadLetters.letters()).isEmpty();
    assertSkipped("malformed", "permission", "bug", "permission", "unfinished", "permission");
    assertThat(logged).noneMatch(line -> line.contains("given up"));
  }

  @Test
  void aBurialForWhichNoTimeIsLeftComesAgain() {
    var worker = bench.worker();
    byte[] event = bytes(batch(record("m-7", bench.clock.instant(), 3, refresh(Examples.KEY))));
    assertThat(text(worker.answer(event, bench.in(Duration.ZERO)))).isEqualTo(AGAIN);
    assertSkipped("unfinished", "timeout");
    assertThat(text(worker.answer(event, bench.in(Duration.ofSeconds(1))))).isEqualTo(DONE);
    assertThat(bench.deadLetters.letters()).hasSize(1);
  }

  @Test
  void aMessageWhoseIdIsNoneComesAgainAndIsNeverALetter() {
    var worker = bench.worker();
    byte[] event = bytes(batch(record("two words", bench.clock.instant(), 1, "{}")));
    assertThat(text(worker.answer(event, bench.in(LIMIT)))).contains("two words");
    assertThat(bench.deadLetters.attempts()).isZero();
  }

  @Test
  void theOthersOfABatchAreWorkedOn() {
    Instant sent = bench.clock.instant();
    String event =
        batch(
            record("m-1", sent, 3, answerJob(Examples.KEY)),
            record("m-2", sent, 1, "canary"),
            record("m-3", sent, 1, refresh(Examples.KEY)));
    assertThat(text(bench.worker().answer(bytes(event), bench.in(LIMIT)))).isEqualTo(DONE);
    assertThat(bench.deadLetters.letters())
        .extracting(DeadLetter::jobId, DeadLetter::reason)
        .extracting(Object::toString)
        .containsExactly("(\"m-1\", \"unfinished\")", "(\"m-2\", \"malformed\")");
    assertThat(bench.world.generator.asked()).containsExactly(Examples.KEY);
    assertThat(bench.messenger.arrived()).isEmpty();
  }

  private String receipt(int receipts, String body) {
    return receipt(bench.worker(), receipts, body);
  }

  private String receipt(WorkerFunction worker, int receipts, String body) {
    return receipt(worker, receipts, Examples.NOW, body);
  }

  private String receipt(WorkerFunction worker, int receipts, Instant sent, String body) {
    byte[] event = bytes(batch(record("m-7", sent, receipts, body)));
    return text(worker.answer(event, bench.in(LIMIT)));
  }

  private void assertBuried(DeadLetter.Kind kind, String reason) {
    var key =
        kind == DeadLetter.Kind.UNKNOWN ? Optional.<ReportKey>empty() : Optional.of(Examples.KEY);
    assertThat(bench.deadLetters.letters())
        .containsExactly(new DeadLetter("m-7", kind, key, reason, bench.clock.instant()));
  }

  private void assertSkipped(String... reasons) {
    assertThat(bench.events.of(AppEvent.EventSkipped.class))
        .extracting(AppEvent.EventSkipped::reason)
        .containsExactly(reasons);
  }
}
