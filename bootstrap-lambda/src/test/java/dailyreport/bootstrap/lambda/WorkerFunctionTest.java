package dailyreport.bootstrap.lambda;

import static dailyreport.bootstrap.lambda.QueueEvents.answerJob;
import static dailyreport.bootstrap.lambda.QueueEvents.batch;
import static dailyreport.bootstrap.lambda.QueueEvents.record;
import static dailyreport.bootstrap.lambda.QueueEvents.refresh;
import static dailyreport.bootstrap.lambda.Requests.bytes;
import static dailyreport.bootstrap.lambda.Requests.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dailyreport.application.TickerDirectory;
import dailyreport.application.port.Answer;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.DeadLetter;
import dailyreport.application.port.Job;
import dailyreport.application.port.Received;
import dailyreport.contract.CacheWorld;
import dailyreport.contract.Examples;
import dailyreport.domain.market.Instrument;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
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
  void aMessageThatCannotBeReadTakesNoOtherWithIt() {
    String result =
        answer(
            batch(
                record("m-1", Examples.NOW, refresh(UOB)),
                record("m-2", Examples.NOW, refresh(UOB).replace("\"1\"", "\"2\"")),
                record("m-3", Examples.NOW, "canary"),
                record("m-4", Examples.NOW, answerJob(Examples.KEY))));
    assertThat(result).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(bench.world.generator.asked()).containsExactly(UOB, Examples.KEY);
    assertThat(bench.messenger.arrived()).hasSize(1);
    assertThat(bench.deadLetters.letters())
        .extracting(DeadLetter::jobId)
        .containsExactly("m-2", "m-3");
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
  void aScheduleWithoutTimeSaysWhomItLeftOut() {
    byte[] event = bytes("{\"v\":\"1\",\"event\":\"prewarm\",\"group\":\"asia\"}");
    String result = text(worker.answer(event, bench.in(Duration.ofSeconds(8))));
    assertThat(result).contains("\"queued\":0,\"alreadyFresh\":0,\"leftOut\":[\"", "DBS19");
    assertThat(bench.instance.queue().pending()).isEmpty();
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
          .isEqualTo("{\"batchItemFailures\":[]}");
    }
    assertThat(bench.calls()).isZero();
    assertThat(bench.events.of(AppEvent.EventSkipped.class))
        .hasSize(4)
        .containsOnly(new AppEvent.EventSkipped("malformed"));
    assertThat(bench.deadLetters.letters()).hasSize(4);
  }

  @Test
  void recordsBesideAnOperatorsEventMakeItAQueueEvent() {
    String both =
        batch(record("m-1", Examples.NOW, "canary"))
            .replaceFirst(
                "\\{",
                "{\"v\":\"1\",\"event\":\"invalidate\",\"strength\":\"hard\",\"scope\":\"all\",");
    assertThat(answer(both)).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(bench.calls()).isZero();
    assertThat(bench.deadLetters.letters()).hasSize(1);
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
