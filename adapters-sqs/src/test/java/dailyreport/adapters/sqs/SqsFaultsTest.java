package dailyreport.adapters.sqs;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER;
import static com.github.tomakehurst.wiremock.http.Fault.EMPTY_RESPONSE;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static dailyreport.contract.ExampleJobs.CANARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.JobQueue;
import dailyreport.application.port.PortException;
import dailyreport.contract.ExampleJobs;
import dailyreport.contract.Examples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SqsFaultsTest {
  private static final Duration AMPLE = Duration.ofSeconds(20);

  // Stands for a part of the job that the service's answer repeats.
  private static final String QUOTED = "qu0ted";

  private final FakeSqs sqs = new FakeSqs(() -> Examples.NOW);
  private final JobQueue queue =
      new SqsJobQueue(new SqsSender(sqs.client().build(), FakeSqs.QUEUE, () -> Examples.NOW));

  @AfterEach
  void stop() {
    sqs.close();
  }

  @Test
  void serverFaultIsTriedTwice() {
    always(serverError());
    assertThat(refused(AMPLE)).isEqualTo("SQS SendMessage: HTTP 500 as ERROR");
    assertThat(sqs.requests()).isEqualTo(2);
  }

  @Test
  void unavailableServiceIsTriedTwice() {
    always(aResponse().withStatus(503));
    assertThat(refused(AMPLE)).isEqualTo("SQS SendMessage: HTTP 503 as ERROR");
    assertThat(sqs.requests()).isEqualTo(2);
  }

  @Test
  void oneServerFaultIsHealedByTheSecondAttempt() {
    sqs.answer(
        any(anyUrl())
            .inScenario("heals")
            .whenScenarioStateIs(STARTED)
            .willReturn(serverError())
            .willSetStateTo("well"));
    queue.send(ExampleJobs.answer(), Duration.ZERO, deadline(AMPLE));
    assertThat(sqs.requests()).isEqualTo(2);
    assertThat(sqs.stored()).isEqualTo(1);
  }

  @Test
  void throttleIsTriedTwice() {
    always(service(400, "com.amazonaws.sqs#RequestThrottled"));
    assertThat(refused(AMPLE)).isEqualTo("SQS SendMessage: HTTP 400 RequestThrottled as THROTTLED");
    assertThat(sqs.requests()).isEqualTo(2);
  }

  @Test
  void deniedIsTriedOnce() {
    always(service(403, "com.amazonaws.sqs#AccessDenied"));
    assertThat(refused(AMPLE)).isEqualTo("SQS SendMessage: HTTP 403 AccessDenied as PERMISSION");
    assertThat(sqs.requests()).isEqualTo(1);
  }

  @Test
  void unknownQueueIsTriedOnce() {
    always(service(400, "com.amazonaws.sqs#QueueDoesNotExist"));
    assertThat(refused(AMPLE)).endsWith("as NOT_FOUND");
    assertThat(sqs.requests()).isEqualTo(1);
  }

  @Test
  void refusedBodyIsTriedOnce() {
    always(service(400, "com.amazonaws.sqs#InvalidMessageContents"));
    assertThat(refused(AMPLE)).endsWith("as REFUSED");
    assertThat(sqs.requests()).isEqualTo(1);
  }

  @Test
  void codeThatIsNoCodeIsNotRepeated() {
    always(service(400, "what " + QUOTED + " said"));
    assertThat(refused(AMPLE)).isEqualTo("SQS SendMessage: HTTP 400 as REFUSED");
  }

  @Test
  void droppedConnectionIsTriedTwice() {
    always(aResponse().withFault(CONNECTION_RESET_BY_PEER));
    assertThat(refused(AMPLE)).endsWith("as ERROR");
    assertThat(sqs.requests()).isEqualTo(2);
  }

  @Test
  void emptyAnswerIsTriedTwice() {
    always(aResponse().withFault(EMPTY_RESPONSE));
    assertThat(refused(AMPLE)).endsWith("as ERROR");
    assertThat(sqs.requests()).isEqualTo(2);
  }

  @Test
  void digestOfAnotherBodyIsNoSuccess() {
    always(ok("{\"MessageId\":\"1\",\"MD5OfMessageBody\":\"d41d8cd98f00b204e9800998ecf8427e\"}"));
    assertThat(refused(AMPLE)).endsWith("as CORRUPT");
    assertThat(sqs.requests()).isEqualTo(1);
  }

  @Test
  void answerWithoutADigestIsNoSuccess() {
    always(ok("{}"));
    assertThat(refused(AMPLE)).endsWith("as CORRUPT");
  }

  @Test
  void answerThatIsNoJsonIsNoSuccess() {
    always(ok("<html>" + QUOTED + "</html>"));
    assertThat(refused(AMPLE)).endsWith("as ERROR");
  }

  @Test
  void nobodyListensIsNoSuccess() {
    sqs.close();
    assertThat(refused(AMPLE))
        .isEqualTo("SQS SendMessage: no usable answer, ConnectException as ERROR");
  }

  @Test
  void silentQueueIsLeftAtTheDeadline() {
    always(ok().withFixedDelay(30_000));
    assertThat(refused(Duration.ofMillis(400)))
        .isEqualTo("SQS SendMessage: no answer within the time left as TIMEOUT");
    assertThat(sqs.requests()).isEqualTo(1);
  }

  @Test
  void drippingAnswerIsLeftAtTheDeadline() {
    always(ok("x".repeat(100)).withChunkedDribbleDelay(100, 30_000));
    assertThat(refused(Duration.ofMillis(400))).endsWith("as TIMEOUT");
    assertThat(sqs.requests()).isEqualTo(1);
  }

  @Test
  void secondAttemptEndsWithTheSameDeadline() {
    sqs.answer(
        any(anyUrl())
            .inScenario("worse")
            .whenScenarioStateIs(STARTED)
            .willReturn(serverError())
            .willSetStateTo("silent"));
    sqs.answer(
        any(anyUrl())
            .inScenario("worse")
            .whenScenarioStateIs("silent")
            .willReturn(ok().withFixedDelay(30_000)));
    assertThat(refused(Duration.ofSeconds(1))).endsWith("as TIMEOUT");
    assertThat(sqs.requests()).isEqualTo(2);
  }

  @Test
  void sdkLogsNothingOfAJob() throws IOException {
    queue.send(ExampleJobs.answer(), Duration.ZERO, deadline(AMPLE));
    always(service(400, "com.amazonaws.sqs#InvalidMessageContents"));
    refused(AMPLE);
    String log = Files.readString(Path.of(System.getProperty("org.slf4j.simpleLogger.logFile")));
    assertThat(log).contains("software.amazon.awssdk").doesNotContain(CANARY);
  }

  private void always(ResponseDefinitionBuilder response) {
    sqs.answer(any(anyUrl()).atPriority(1).willReturn(response));
  }

  /** An answer as SQS refuses; its text quotes what no message of ours may repeat. */
  private static ResponseDefinitionBuilder service(int status, String type) {
    return jsonResponse(
        "{\"__type\":\"" + type + "\",\"message\":\"refused: " + QUOTED + "\"}", status);
  }

  /** What a send to this queue is refused with; it must end in good time. */
  private String refused(Duration left) {
    var seen =
        assertTimeoutPreemptively(
            Duration.ofSeconds(15),
            () ->
                catchThrowableOfType(
                    PortException.Queue.class,
                    () -> queue.send(ExampleJobs.answer(), Duration.ZERO, deadline(left))));
    for (Throwable each = seen; each != null; each = each.getCause()) {
      assertThat(String.valueOf(each.getMessage())).doesNotContain(CANARY, QUOTED);
    }
    Fault fault = seen.fault();
    return seen.getMessage() + " as " + fault;
  }

  private static Deadline deadline(Duration left) {
    return Deadline.in(left, Examples.NOW);
  }
}
