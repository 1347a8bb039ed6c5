package dailyreport.adapters.openai;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.Narrator;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Secret;
import dailyreport.contract.Examples;
import dailyreport.contract.NarratorContract;
import dailyreport.domain.report.Usage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows F24 to F41 of the fault matrix as far as one call can show them. */
class OpenAiFaultsTest {
  private final ModelStub stub = new ModelStub();
  private final List<AppEvent> events = new CopyOnWriteArrayList<>();
  private final AtomicReference<Instant> now = new AtomicReference<>(Examples.NOW);
  private final Narrator narrator = open(stub.base());

  private Narrator open(URI base) {
    return OpenAiNarrator.open(
        new Secret("sk-canary"), base, "gpt-4o", PriceTable.bundled(), events::add, now::get);
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  @ParameterizedTest
  @CsvSource({
    "401, invalid_api_key, invalid_request_error, AUTH",
    "403, unsupported_country_region_territory, request_forbidden, DENIED",
    "404, model_not_found, invalid_request_error, CONFIG",
    "400, unsupported_parameter, invalid_request_error, CONFIG",
    "400, content_policy_violation, invalid_request_error, REFUSED",
    "429, rate_limit_exceeded, tokens, THROTTLED",
    "429, insufficient_quota, insufficient_quota, QUOTA",
    "429, credit_balance_exhausted, billing, QUOTA",
    "429, project_spend_limit_exceeded, billing, QUOTA",
    "429, organization_usage_limit_exceeded, billing, QUOTA",
    "429, '', insufficient_quota, QUOTA",
    "500, server_error, server_error, ERROR",
    "503, overloaded, server_error, ERROR",
  })
  void anErrorStatusIsOneRequestAndOneFault(int status, String code, String type, Fault expected) {
    stub.answers(status, ModelStub.error(code, type));

    PortException.Narration thrown = failure();

    assertThat(thrown.fault()).isEqualTo(expected);
    assertThat(thrown).hasMessageNotContainingAny("canary", "do not show").hasNoCause();
    assertThat(stub.calls()).isEqualTo(1);
    assertThat(events)
        .extracting(event -> ((AppEvent.DependencyCall) event).outcome())
        .containsExactly(expected.label());
  }

  @ParameterizedTest
  @CsvSource({
    "200, '<html><body>do not show this</body></html>', MALFORMED",
    "200, '', MALFORMED",
    "200, '{}', MALFORMED",
    "200, '[1]', MALFORMED",
    "200, '{\"status\":\"completed\",\"output\":[]}', MALFORMED",
    "200, '{\"status\":\"completed\"}', MALFORMED",
    "200, '{\"status\":\"failed\",\"error\":{\"code\":\"rate_limit_exceeded\",\"message\":\"x\"}}',"
        + " THROTTLED",
    "200, '{\"status\":\"failed\",\"error\":{\"code\":\"server_error\",\"message\":\"x\"}}', ERROR",
    "429, '<html>do not show this</html>', THROTTLED",
    "404, 'nothing here: do not show this', CONFIG",
    "502, '', ERROR",
  })
  void aStrangeBodyIsOneRequestAndOneFault(int status, String body, Fault expected) {
    stub.answers(status, body);

    PortException.Narration thrown = failure();

    assertThat(thrown.fault()).isEqualTo(expected);
    assertThat(thrown).hasMessageNotContaining("do not show").hasNoCause();
    assertThat(stub.calls()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'not json: do not show this'",
    "'{\"a_story\":\"ก\"}'",
    "'{\"a_story\":null,\"b_insights\":[],\"c_action\":\"ก\",\"d_risks\":[]}'",
    "'{\"a_story\":\"ก\",\"b_insights\":[null],\"c_action\":\"ก\",\"d_risks\":[\"ก\"]}'",
    "'{\"a_story\":[\"do not show this\"],\"b_insights\":7,\"c_action\":\"ก\",\"d_risks\":[]}'",
    "'null'",
  })
  void aTextThatIsNoDraftIsMalformed(String text) {
    stub.completes(text);

    PortException.Narration thrown = failure();

    assertThat(thrown.fault()).isEqualTo(Fault.MALFORMED);
    assertThat(thrown).hasMessageNotContaining("do not show").hasNoCause();
    assertThat(stub.calls()).isEqualTo(1);
  }

  @Test
  void anIncompleteAnswerIsNotReadEvenWhenItsJsonIsWhole() {
    String whole = ModelStub.outputText(ModelStub.json(NarratorContract.DRAFT));
    stub.answers(
        200, ModelStub.response("incomplete", "{\"reason\":\"max_output_tokens\"}", whole));
    assertThat(failure().fault()).isEqualTo(Fault.TRUNCATED);

    stub.answers(200, ModelStub.response("incomplete", "{\"reason\":\"content_filter\"}", whole));
    assertThat(failure().fault()).isEqualTo(Fault.REFUSED);
    assertThat(stub.calls()).isEqualTo(2);
  }

  @Test
  void theWaitThatTheProviderAsksForIsHandedOn() {
    stub.answers(
        aResponse()
            .withStatus(429)
            .withHeader("retry-after", "3")
            .withBody(ModelStub.error("rate_limit_exceeded", "requests")));
    assertThat(failure().retryAfter()).contains(Duration.ofSeconds(3));

    stub.answers(
        aResponse()
            .withStatus(503)
            .withHeader("retry-after-ms", "1500")
            .withBody(ModelStub.error("overloaded", "server_error")));
    assertThat(failure().retryAfter()).contains(Duration.ofMillis(1500));

    stub.answers(429, ModelStub.error("rate_limit_exceeded", "requests"));
    assertThat(failure().retryAfter()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE", "MALFORMED_RESPONSE_CHUNK"})
  void aConnectionThatBreaksAfterTheRequestIsAmbiguousAndNotRepeated(
      com.github.tomakehurst.wiremock.http.Fault planted) {
    stub.answers(aResponse().withFault(planted));

    PortException.Narration thrown = failure();

    assertThat(thrown.fault()).isEqualTo(Fault.AMBIGUOUS);
    assertThat(stub.calls()).isEqualTo(1);
  }

  @Test
  void aPooledConnectionThatBreaksIsNotRepeatedEither() {
    stub.completes(ModelStub.json(NarratorContract.DRAFT));
    narrator.write(NarratorContract.FACTS, deadline(Duration.ofSeconds(45)));
    stub.answers(
        aResponse().withFault(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER));

    assertThat(failure().fault()).isEqualTo(Fault.AMBIGUOUS);
    assertThat(stub.calls()).isEqualTo(2);
  }

  @Test
  @Timeout(15) // the body would take 20 s
  void aBodyThatStallsEndsAtTheDeadline() {
    stub.answers(
        aResponse()
            .withStatus(200)
            .withHeader("content-type", "application/json")
            .withBody(ModelStub.response("completed", "null", ""))
            .withChunkedDribbleDelay(50, 20_000));

    var thrown =
        catchThrowableOfType(
            PortException.Narration.class,
            () -> narrator.write(NarratorContract.FACTS, deadline(Duration.ofMillis(400))));

    assertThat(thrown.fault()).isEqualTo(Fault.TIMEOUT);
    assertThat(stub.calls()).isLessThanOrEqualTo(1);
  }

  @Test
  void nobodyListeningIsAnErrorBeforeAnythingWasSent() throws IOException {
    int closed;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    Narrator lonely = open(URI.create("http://127.0.0.1:" + closed + "/v1"));

    var thrown =
        catchThrowableOfType(
            PortException.Narration.class,
            () -> lonely.write(NarratorContract.FACTS, deadline(Duration.ofSeconds(5))));

    assertThat(thrown.fault()).isEqualTo(Fault.ERROR);
  }

  /** Pausing after a refused key is the caller's business, with {@code NarratorBreaker}. */
  @Test
  void everyCallIsARequestEvenAfterARefusedKey() {
    stub.answers(401, ModelStub.error("invalid_api_key", "invalid_request_error"));

    assertThat(failure().fault()).isEqualTo(Fault.AUTH);
    assertThat(failure().fault()).isEqualTo(Fault.AUTH);
    assertThat(stub.calls()).isEqualTo(2);
  }

  @Test
  void anAnswerThatIsOfNoUseTellsWhatItCost() {
    stub.answers(200, ModelStub.response("incomplete", "{\"reason\":\"max_output_tokens\"}", ""));
    assertThat(failure().usage().orElseThrow().outputTokens()).isEqualTo(2_000);
    stub.completes("not json");
    assertThat(failure().usage().orElseThrow().costUsd().orElseThrow())
        .isEqualByComparingTo("0.03492"); // report.md, section 12
    stub.answers(
        200, ModelStub.response("completed", "null", "{\"type\":\"refusal\",\"refusal\":\"no\"}"));
    assertThat(failure().usage().orElseThrow().calls()).isEqualTo(1);
    stub.answers(500, ModelStub.error("server_error", "server_error"));
    assertThat(failure().usage()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'\"input_tokens\":10000', '\"input_tokens\":-10000'",
    "'\"cached_tokens\":8064', '\"cached_tokens\":80640'",
    "'\"output_tokens\":2000', '\"output_tokens\":99999999999'",
    "'\"output_tokens\":2000', '\"output_tokens\":\"many\"'",
    "'\"usage\":', '\"elsewhere\":'",
  })
  void tokenCountsThatCannotBeAreAnUnknownCost(String said, String instead) {
    String answer =
        ModelStub.response(
            "completed", "null", ModelStub.outputText(ModelStub.json(NarratorContract.DRAFT)));
    assertThat(answer).contains(said);
    stub.answers(200, answer.replace(said, instead));

    var usage = narrator.write(NarratorContract.FACTS, deadline(Duration.ofSeconds(45))).usage();

    assertThat(usage.costUsd()).isEmpty();
    assertThat(usage.calls()).isEqualTo(1);
  }

  @Test
  void aCallThatWasNeverSentIsNoCallAndCostsNothing() throws IOException {
    int closed;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    Narrator lonely = open(URI.create("http://127.0.0.1:" + closed + "/v1"));

    for (Duration time : List.of(Duration.ofSeconds(5), Duration.ZERO)) {
      var thrown =
          catchThrowableOfType(
              PortException.Narration.class,
              () -> lonely.write(NarratorContract.FACTS, deadline(time)));
      assertThat(thrown.usage()).contains(Usage.none());
    }
  }

  @Test
  void f41AModelThatIsNotKnownIsReplacedForAQuarterOfAnHour() {
    Narrator two =
        OpenAiNarrator.open(
            new Secret("sk-canary"),
            stub.base(),
            List.of("gpt-typo", "gpt-4o-mini"),
            PriceTable.bundled(),
            events::add,
            now::get);
    stub.answers(404, ModelStub.error("model_not_found", "invalid_request_error"));
    assertThat(failureOf(two).retryAfter()).contains(Duration.ZERO);
    assertThat(stub.lastBody()).contains("\"gpt-typo\"");

    stub.completes(ModelStub.json(NarratorContract.DRAFT));
    var usage = two.write(NarratorContract.FACTS, deadline(Duration.ofSeconds(45))).usage();
    assertThat(usage.model()).isEqualTo("gpt-4o-mini");
    assertThat(stub.lastBody()).contains("\"gpt-4o-mini\"").doesNotContain("gpt-typo");

    stub.answers(404, ModelStub.error("model_not_found", "invalid_request_error"));
    PortException.Narration neither = failureOf(two);
    assertThat(neither.fault()).isEqualTo(Fault.CONFIG);
    assertThat(neither.retryAfter()).isEmpty();

    now.set(Examples.NOW.plus(ModelChoice.PAUSE));
    stub.completes(ModelStub.json(NarratorContract.DRAFT));
    two.write(NarratorContract.FACTS, deadline(Duration.ofSeconds(45)));
    assertThat(stub.lastBody()).contains("\"gpt-typo\"");
    assertThat(stub.calls()).isEqualTo(4);
  }

  @Test
  void f41WithoutAnotherModelNobodyIsAskedToCallAgain() {
    stub.answers(404, ModelStub.error("model_not_found", "invalid_request_error"));
    assertThat(failure().retryAfter()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "200, false, TOO_LARGE",
    "200, true, TOO_LARGE",
    "500, false, ERROR",
    "500, true, ERROR",
  })
  void anAnswerWithoutEndIsReadToALimitOnly(int status, boolean packed, Fault expected)
      throws IOException {
    byte[] body = new byte[50 << 20];
    Arrays.fill(body, (byte) ' ');
    var response = aResponse().withStatus(status).withHeader("content-type", "application/json");
    stub.answers(
        packed
            ? response.withHeader("content-encoding", "gzip").withBody(packed(body))
            : response.withBody(body));

    assertThat(failure().fault()).isEqualTo(expected);
    assertThat(stub.calls()).isEqualTo(1);
  }

  private static byte[] packed(byte[] body) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body);
    }
    return bytes.toByteArray();
  }

  private PortException.Narration failureOf(Narrator asked) {
    return catchThrowableOfType(
        PortException.Narration.class,
        () -> asked.write(NarratorContract.FACTS, deadline(Duration.ofSeconds(45))));
  }

  private PortException.Narration failure() {
    return failureOf(narrator);
  }

  private Deadline deadline(Duration time) {
    return Deadline.in(time, now.get());
  }
}
