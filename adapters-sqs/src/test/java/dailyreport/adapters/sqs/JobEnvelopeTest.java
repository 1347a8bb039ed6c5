package dailyreport.adapters.sqs;

import static dailyreport.contract.ExampleJobs.CANARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dailyreport.application.port.Fault;
import dailyreport.application.port.Job;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Received;
import dailyreport.contract.ExampleJobs;
import dailyreport.contract.Examples;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobEnvelopeTest {
  private static final String REFRESH =
      "{\"v\":\"1\",\"delaySeconds\":20,\"ticker\":\"DBS19\",\"session\":\"2025-11-11\",\"kind\":\"refresh\"}";

  @Test
  void everyJobIsReadAsItWasWritten() {
    for (Job job : ExampleJobs.all()) {
      assertThat(read(JobEnvelope.write(job, 0)).job()).isEqualTo(job);
    }
  }

  @Test
  void halfOfASurrogatePairSurvives() {
    // LINE counts and cuts in UTF-16 units, so a text may end in the middle of an emoji.
    String cut = "DBS19 \ud83d";
    String body = JobEnvelope.write(ExampleJobs.saying(cut), 0);
    assertThat(read(body).job()).isEqualTo(ExampleJobs.saying(cut));
  }

  @Test
  void bodyHoldsOnlyWhatSqsAccepts() {
    for (Job job : ExampleJobs.all()) {
      assertThat(JobEnvelope.write(job, 0)).matches("[\\x20-\\x7e]+");
    }
  }

  @Test
  void longestLineMessageFitsIntoAMessage() {
    // LINE: 5,000 characters a text message; Thai costs 6 bytes each here. SQS: 256 KiB.
    String body = JobEnvelope.write(ExampleJobs.saying("ก".repeat(5_000)), 0);
    assertThat(body.getBytes(StandardCharsets.UTF_8).length).isLessThan(64 * 1024);
    assertThat(read(body).job()).isEqualTo(ExampleJobs.saying("ก".repeat(5_000)));
  }

  @Test
  void formOfVersionOneDoesNotDrift() {
    assertThat(JobEnvelope.write(ExampleJobs.refresh(), 20)).isEqualTo(REFRESH);
  }

  @Test
  void dueAtIsTheTimeOfSendingPlusTheDelay() {
    assertThat(read(REFRESH))
        .isEqualTo(new Received("m-1", Examples.NOW.plusSeconds(20), ExampleJobs.refresh()));
  }

  @Test
  void unknownFieldsAreIgnored() {
    String newer = REFRESH.replace("{\"v\"", "{\"list\":[{\"v\":9}],\"later\":{\"v\":9},\"v\"");
    assertThat(read(newer).job()).isEqualTo(ExampleJobs.refresh());
  }

  @Test
  void anotherVersionIsRefused() {
    assertRefused(REFRESH.replace("\"v\":\"1\"", "\"v\":\"2\""), "v is not 1");
    assertRefused(REFRESH.replace("\"v\":\"1\",", ""), "v is absent");
  }

  @Test
  void whatIsWrongIsNamedByItsFieldAndNeverByItsValue() {
    String answer = JobEnvelope.write(ExampleJobs.answer(), 0);
    assertRefused(REFRESH.replace("DBS19", CANARY), "ticker has an unusable value");
    assertRefused(REFRESH.replace("2025-11-11", CANARY), "session has an unusable value");
    assertRefused(REFRESH.replace(":20", ":\"" + CANARY + "\""), "delaySeconds has an unusable");
    assertRefused(REFRESH.replace(":20", ":901"), "delaySeconds has an unusable");
    assertRefused(REFRESH.replace("refresh", CANARY), "kind is none of");
    assertRefused(REFRESH.replace("refresh", "rebuild"), "part is absent");
    assertRefused(REFRESH.replace("refresh", "answer"), "incoming.eventId is absent");
    assertRefused(answer.replace(CANARY + "-reply", " "), "incoming.replyToken has an unusable");
    assertRefused(answer.replace("\"replyToken\"", "\"x\""), "incoming.replyToken is absent");
    assertRefused(answer.replace("\"USER\"", "\"" + CANARY + "\""), "incoming.chatKind has an");
    assertRefused(answer.replace("https://rep", CANARY + "://[rep"), "incoming.linkBase has an");
    assertRefused(answer.replace("\"text\",", "\"" + CANARY + "\","), "incoming.said.kind is not");
    assertRefused(answer.replace(":false", ":\"" + CANARY + "\""), "incoming.said.mentionsUs has");
  }

  @Test
  void whatIsNoSingleJsonObjectIsRefused() {
    List<String> bodies =
        List.of(
            "",
            CANARY,
            "[]",
            "null",
            "\"" + CANARY + "\"",
            "{",
            "{\"v\":" + CANARY + "}",
            REFRESH.substring(0, REFRESH.length() - 1),
            REFRESH + REFRESH,
            REFRESH + CANARY,
            REFRESH.replace("\"kind\"", "\"v\""),
            "{\"v\":".repeat(10_000),
            "{\"v\":[" + "[".repeat(10_000),
            "{\"v\":\"" + CANARY.repeat(20_000) + "\"}");
    for (String body : bodies) {
      assertRefused(body, "body ");
    }
  }

  private static Received read(String body) {
    return JobEnvelope.read("m-1", Examples.NOW, body);
  }

  private static void assertRefused(String body, String because) {
    assertThatExceptionOfType(PortException.Queue.class)
        .isThrownBy(() -> read(body))
        .withNoCause()
        .withMessageStartingWith("job message m-1: " + because)
        .satisfies(refused -> {
          assertThat(refused.fault()).isEqualTo(Fault.MALFORMED);
          assertThat(refused.getMessage()).doesNotContain(CANARY);
        });
  }
}
