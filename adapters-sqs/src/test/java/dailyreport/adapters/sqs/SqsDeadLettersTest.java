package dailyreport.adapters.sqs;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.common.Json;
import dailyreport.application.port.DeadLetter;
import dailyreport.application.port.DeadLetters;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Received;
import dailyreport.contract.DeadLettersContract;
import dailyreport.contract.ExampleJobs;
import dailyreport.contract.Examples;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SqsDeadLettersTest implements DeadLettersContract {
  private static final DeadLetter UNREADABLE =
      DeadLetter.unreadable("m-1", "malformed", Examples.NOW);

  private final FakeSqs sqs = new FakeSqs(() -> Examples.NOW);
  private final DeadLetters deadLetters =
      new SqsDeadLetters(
          new SqsSender(sqs.client().build(), FakeSqs.DEAD_LETTERS, () -> Examples.NOW));

  @AfterEach
  void stop() {
    sqs.close();
  }

  @Test
  void formOfVersionOneDoesNotDrift() {
    var refresh = new Received("m-2", Examples.NOW, ExampleJobs.refresh());
    deadLetters.bury(UNREADABLE, deadline());
    deadLetters.bury(DeadLetter.of(refresh, DeadLetter.UNFINISHED, Examples.NOW), deadline());
    assertThat(sqs.letters())
        .containsExactly(
            "{\"v\":\"1\",\"jobId\":\"m-1\",\"kind\":\"unknown\",\"reason\":\"malformed\","
                + "\"at\":\"2025-11-11T11:00:00Z\"}",
            "{\"v\":\"1\",\"jobId\":\"m-2\",\"kind\":\"refresh\",\"ticker\":\"DBS19\","
                + "\"session\":\"2025-11-11\",\"reason\":\"unfinished\","
                + "\"at\":\"2025-11-11T11:00:00Z\"}");
  }

  @Test
  void letterIsOneRequestWithTheLetterInItsBodyAndNowhereElse() {
    deadLetters.bury(UNREADABLE, deadline());
    assertThat(sqs.requests()).isEqualTo(1);
    Map<?, ?> call = Json.read(sqs.lastRequest().getRequest().getBodyAsString(), Map.class);
    assertThat(call.keySet()).isEqualTo(Set.of("QueueUrl", "MessageBody", "DelaySeconds"));
    assertThat(call.get("QueueUrl")).isEqualTo(FakeSqs.DEAD_LETTERS.toString());
    assertThat(call.get("DelaySeconds")).isEqualTo(0);
    assertThat(sqs.stored()).as("jobs").isZero();
  }

  @Test
  void letterIsNoJob() {
    deadLetters.bury(UNREADABLE, deadline());
    assertThatExceptionOfType(PortException.Queue.class)
        .isThrownBy(() -> JobEnvelope.read("m-9", Examples.NOW, sqs.letters().getFirst()))
        .satisfies(refused -> assertThat(refused.fault()).isEqualTo(Fault.MALFORMED));
  }

  @Test
  void queueThatIsDownIsAskedTwiceAndThatIsTold() {
    sqs.answer(any(anyUrl()).atPriority(1).willReturn(serverError()));
    assertThat(refused()).isEqualTo(Fault.ERROR);
    assertThat(sqs.requests()).isEqualTo(2);
    assertThat(sqs.letters()).isEmpty();
  }

  @Test
  void queueThatMustNotBeWrittenToIsTold() {
    sqs.answer(
        any(anyUrl())
            .atPriority(1)
            .willReturn(jsonResponse("{\"__type\":\"com.amazonaws.sqs#AccessDenied\"}", 403)));
    assertThat(refused()).isEqualTo(Fault.PERMISSION);
  }

  @Test
  void openTakesRegionAndCredentialsFromTheEnvironment() {
    DeadLetters opened =
        SqsDeadLetters.open(FakeSqs.DEAD_LETTERS, sqs.endpoint(), () -> Examples.NOW);
    opened.bury(UNREADABLE, deadline());
    assertThat(sqs.letters()).hasSize(1);
    assertThat(sqs.lastRequest().getRequest().getHeader("Authorization"))
        .contains("Credential=example/", "/ap-southeast-1/sqs/");
  }

  @Test
  void openFollowsTheSdksOwnEndpointSetting() {
    // The property stands for AWS_ENDPOINT_URL_SQS; a test cannot set a variable of its own JVM.
    System.setProperty("aws.endpointUrlSqs", sqs.endpoint().toString());
    try {
      SqsDeadLetters.open(FakeSqs.DEAD_LETTERS, () -> Examples.NOW).bury(UNREADABLE, deadline());
    } finally {
      System.clearProperty("aws.endpointUrlSqs");
    }
    assertThat(sqs.letters()).hasSize(1);
  }

  private Fault refused() {
    try {
      deadLetters.bury(UNREADABLE, deadline());
    } catch (PortException.Queue e) {
      return e.fault();
    }
    throw new AssertionError("it was accepted");
  }

  private static Deadline deadline() {
    return Deadline.in(Duration.ofSeconds(10), Examples.NOW);
  }

  @Override
  public DeadLetters deadLetters() {
    return deadLetters;
  }

  @Override
  public List<DeadLetter> dugUp() {
    return sqs.letters().stream().map(body -> letter(Json.read(body, Map.class))).toList();
  }

  private static DeadLetter letter(Map<?, ?> fields) {
    assertThat(fields.get("v")).isEqualTo("1");
    Optional<ReportKey> key =
        Optional.ofNullable(fields.get("ticker"))
            .map(ticker ->
                new ReportKey(
                    new Ticker(ticker.toString()), LocalDate.parse(text(fields, "session"))));
    return new DeadLetter(
        text(fields, "jobId"),
        DeadLetter.Kind.valueOf(text(fields, "kind").toUpperCase(Locale.ROOT)),
        key,
        text(fields, "reason"),
        Instant.parse(text(fields, "at")));
  }

  private static String text(Map<?, ?> fields, String name) {
    return String.valueOf(fields.get(name));
  }

  @Override
  public String raw() {
    return String.join("\n", sqs.letters());
  }

  @Override
  public Instant now() {
    return Examples.NOW;
  }
}
