package dailyreport.bootstrap.lambda;

import static dailyreport.bootstrap.lambda.Requests.bytes;
import static dailyreport.bootstrap.lambda.Requests.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dailyreport.adapters.sqs.JobEnvelope;
import dailyreport.application.TickerDirectory;
import dailyreport.application.port.Answer;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Job;
import dailyreport.application.port.Received;
import dailyreport.contract.CacheWorld;
import dailyreport.contract.Examples;
import dailyreport.domain.market.Instrument;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerFunctionTest {
  private static final ReportKey UOB = new ReportKey(CacheWorld.UOB.ticker(), Examples.SESSION);

  private final Bench bench = new Bench();
  private final WorkerFunction worker = bench.worker();

  private String answer(String event) {
    return text(worker.answer(bytes(event), bench.in(Duration.ofSeconds(117))));
  }

  private static String batch(String... records) {
    return "{\"Records\":[" + String.join(",", records) + "]}";
  }

  /** A message of the queue that was sent at that time. */
  private static String record(String id, Instant sent, String body) {
    return "{\"messageId\":\"%s\",\"attributes\":{\"SentTimestamp\":\"%d\"},\"body\":\"%s\"}"
        .formatted(id, sent.toEpochMilli(), body.replace("\"", "\\\""));
  }

  private static String refresh(ReportKey key) {
    return """
    {"v":"1","delaySeconds":0,"ticker":"%s","session":"%s","kind":"refresh"}\
    """
        .formatted(key.ticker(), key.session());
  }

  private static String answerJob(ReportKey key) {
    return """
    {"v":"1","delaySeconds":0,"ticker":"%s","session":"%s","kind":"answer","incoming":{\
    "eventId":"E1","time":"2025-11-11T10:59:59Z","chatKind":"USER","chatId":"canary-chat",\
    "userId":"canary-user","replyToken":"canary-reply","linkBase":"https://x.example",\
    "said":{"kind":"text","text":"dbs19","mentionsUs":false}}}\
    """
        .formatted(key.ticker(), key.session());
  }

  @Test
  void aJobToAnswerEndsInOneReplyWithTheNewReport() {
    String result = answer(batch(record("m-1", Examples.NOW, answerJob(Examples.KEY))));
    assertThat(result).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(bench.world.generator.calls()).isEqualTo(1);
    assertThat(bench.messenger.arrived())
        .singleElement()
        .satisfies(sent -> assertThat(sent.answer()).isInstanceOf(Answer.Ready.class));
  }

  @Test
  void aMessageThatCannotBeReadComesAgainAndTakesNoOtherWithIt() {
    String result =
        answer(
            batch(
                record("m-1", Examples.NOW, refresh(UOB)),
                record("m-2", Examples.NOW, refresh(UOB).replace("\"1\"", "\"2\"")),
                record("m-3", Examples.NOW, "canary"),
                record("m-4", Examples.NOW, answerJob(Examples.KEY))));
    assertThat(result)
        .isEqualTo(
            "{\"batchItemFailures\":[{\"itemIdentifier\":\"m-2\"},{\"itemIdentifier\":\"m-3\"}]}");
    assertThat(bench.world.generator.asked()).containsExactly(UOB, Examples.KEY);
    assertThat(bench.messenger.arrived()).hasSize(1);
    assertThat(bench.events.of(AppEvent.EventSkipped.class))
        .containsExactly(
            new AppEvent.EventSkipped("malformed"), new AppEvent.EventSkipped("malformed"));
  }

  @Test
  void aJobThatEndsInABugComesAgainAndTakesNoOtherWithIt() {
    bench.world.generator.hasABug();
    String result =
        answer(
            batch(
                record("m-1", Examples.NOW, answerJob(Examples.KEY)),
                record("m-2", Examples.NOW.minus(Duration.ofMinutes(6)), refresh(UOB))));
    assertThat(result).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-1\"}]}");
    assertThat(bench.events.of(AppEvent.EventSkipped.class))
        .containsExactly(new AppEvent.EventSkipped("bug"), new AppEvent.EventSkipped("old"));
  }

  @Test
  void theSameJobAgainIsNotAnotherAnswer() {
    String job = batch(record("m-1", Examples.NOW, answerJob(Examples.KEY)));
    answer(job);
    answer(job.replace("m-1", "m-2"));
    assertThat(bench.messenger.arrived()).hasSize(1);
    assertThat(bench.world.generator.calls()).isEqualTo(1);
    assertThat(bench.events.of(AppEvent.Duplicate.class)).hasSize(1);
  }

  @Test
  void theSameRefreshAgainIsMadeOnce() {
    answer(batch(record("m-1", Examples.NOW, refresh(UOB))));
    long commits = bench.world.commits();
    assertThat(commits).isPositive();
    assertThat(answer(batch(record("m-1", Examples.NOW, refresh(UOB)))))
        .isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(bench.world.generator.calls()).isEqualTo(1);
    assertThat(bench.world.commits()).isEqualTo(commits);
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
  void aPoisonJobComesAgainUntilTheQueueKeepsItAndItsReasonHasNoWordOfIt(String poison) {
    String job = batch(record("m-7", Examples.NOW, poison));
    for (int receipt = 1; receipt <= 2; receipt++) {
      assertThat(answer(job)).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-7\"}]}");
    }
    assertThat(bench.calls()).isZero();
    assertThat(bench.events.of(AppEvent.EventSkipped.class))
        .containsOnly(new AppEvent.EventSkipped("malformed"));
    // What is logged, of which the dead letter itself has nothing but the message's id.
    assertThatThrownBy(() -> JobEnvelope.read("m-7", Examples.NOW, poison))
        .extracting(Trace::of)
        .asString()
        .contains("job message m-7: ")
        .doesNotContain("canary");
  }

  @Test
  void aScheduleHasTheReportsOfItsGroupMade() {
    bench.cached();
    assertThat(answer("{\"v\":\"1\",\"event\":\"prewarm\",\"group\":\"asia\"}"))
        .isEqualTo(
            "{\"v\":\"1\",\"event\":\"prewarm\",\"group\":\"asia\",\"queued\":1,"
                + "\"alreadyFresh\":1,\"leftOut\":[]}");
    assertThat(bench.instance.queue().pending())
        .singleElement()
        .satisfies(sent -> assertThat(sent.job()).isEqualTo(new Job.Refresh(UOB)));
    assertThat(answer("{\"v\":\"1\",\"event\":\"prewarm\",\"group\":\"us\"}"))
        .contains("\"queued\":0,\"alreadyFresh\":0");
  }

  @Test
  void eventsOfOperatorsAndSchedulesCannotComeThroughTheQueue() {
    for (String event :
        List.of(
            "{\"v\":\"1\",\"event\":\"digest\"}",
            "{\"v\":\"1\",\"event\":\"prewarm\",\"group\":\"asia\"}",
            "{\"v\":\"1\",\"event\":\"invalidate\",\"strength\":\"hard\",\"scope\":\"all\"}",
            "{\"v\":\"1\",\"delaySeconds\":0,\"ticker\":\"DBS19\",\"session\":\"2025-11-11\","
                + "\"kind\":\"invalidate\",\"event\":\"invalidate\",\"strength\":\"hard\",\"scope\":\"all\"}")) {
      assertThat(answer(batch(record("m-1", Examples.NOW, event))))
          .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-1\"}]}");
    }
    assertThat(bench.calls()).isZero();
    assertThat(bench.events.of(AppEvent.EventSkipped.class))
        .hasSize(4)
        .containsOnly(new AppEvent.EventSkipped("malformed"));
  }

  @Test
  void recordsBesideAnOperatorsEventMakeItAQueueEvent() {
    String both =
        batch(record("m-1", Examples.NOW, "canary"))
            .replaceFirst(
                "\\{",
                "{\"v\":\"1\",\"event\":\"invalidate\",\"strength\":\"hard\",\"scope\":\"all\",");
    assertThat(answer(both)).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-1\"}]}");
    assertThat(bench.calls()).isZero();
  }

  @Test
  void aSchedulesJobsAreSpacedSoThatAPersonsJobNeverWaitsBehindThem() {
    answer("{\"v\":\"1\",\"event\":\"prewarm\",\"group\":\"asia\"}");
    assertThat(bench.instance.queue().pending())
        .extracting(Received::dueAt)
        .containsExactly(Examples.NOW, Examples.NOW.plusSeconds(20));
  }

  @Test
  void anOperatorInvalidatesAnEntry() {
    bench.cached();
    String result =
        answer(
            """
            {"v":"1","event":"invalidate","strength":"hard","scope":"entry","ticker":"DBS19",
             "session":"2025-11-11"}\
            """);
    assertThat(result)
        .isEqualTo("{\"v\":\"1\",\"event\":\"invalidate\",\"strength\":\"hard\",\"done\":\"yes\"}");
    answer(batch(record("m-1", Examples.NOW, refresh(Examples.KEY))));
    assertThat(bench.world.generator.calls()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"event\":\"digest\"}",
        "{\"v\":\"2\",\"event\":\"digest\"}",
        "{\"v\":\"1\",\"event\":\"canary\"}",
        "{\"v\":\"1\",\"event\":\"prewarm\",\"group\":\"canary\"}",
        "{\"v\":\"1\",\"event\":\"invalidate\",\"strength\":\"hard\",\"scope\":\"canary\"}",
        "{\"v\":\"1\",\"event\":\"invalidate\",\"strength\":\"canary\",\"scope\":\"all\"}",
        "{\"v\":\"1\",\"event\":\"invalidate\",\"strength\":\"hard\",\"scope\":\"ticker\"}",
        "{\"v\":\"1\",\"event\":\"invalidate\",\"strength\":\"hard\",\"scope\":\"ticker\","
            + "\"ticker\":\"CANARY19\"}",
        "{\"v\":\"1\",\"event\":\"invalidate\",\"strength\":\"hard\",\"scope\":\"session\","
            + "\"session\":\"canary\"}",
        "{\"rawPath\":\"/webhook\",\"body\":\"{}\"}",
        "[]"
      })
  void anyOtherEventIsRefusedWithoutQuotingItAndCausesNothing(String event) {
    assertThatThrownBy(() -> answer(event))
        .isInstanceOf(InputException.class)
        .hasMessageNotContaining("canary")
        .hasMessageNotContaining("CANARY");
    assertThat(bench.calls()).isZero();
  }

  @Test
  void everyTickerOfTheListIsPrewarmedOnceAndNoGroupIsTooLongForTheQueue() {
    var directory = TickerDirectory.bundled();
    var all = new ArrayList<Ticker>();
    for (ExchangeGroup group : ExchangeGroup.values()) {
      // 20 s apart within the queue's longest delay of 900 s.
      assertThat(group.tickers(directory)).isNotEmpty().hasSizeLessThanOrEqualTo(46);
      all.addAll(group.tickers(directory));
    }
    assertThat(all)
        .containsExactlyInAnyOrderElementsOf(
            directory.all().stream().map(Instrument::ticker).toList());
  }
}
