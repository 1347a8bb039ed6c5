package dailyreport.bootstrap.lambda;

import static dailyreport.bootstrap.lambda.Requests.body;
import static dailyreport.bootstrap.lambda.Requests.bytes;
import static dailyreport.bootstrap.lambda.Requests.post;
import static dailyreport.bootstrap.lambda.Requests.request;
import static dailyreport.bootstrap.lambda.Requests.signature;
import static dailyreport.bootstrap.lambda.Requests.signed;
import static dailyreport.bootstrap.lambda.Requests.signedBase64;
import static dailyreport.bootstrap.lambda.Requests.typed;
import static dailyreport.bootstrap.lambda.Requests.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dailyreport.application.port.Answer;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Job;
import dailyreport.application.port.Received;
import dailyreport.contract.CacheWorld;
import dailyreport.contract.Examples;
import dailyreport.contract.RecordingMessenger.Sent;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookFunctionTest {
  private static final Duration FRESH = Duration.ofMillis(300);
  private static final String ASKED = body(typed("E1", "dbs19", FRESH));

  private final Bench bench = new Bench();
  private final WebhookFunction webhook = bench.webhook();

  /** A response as the Function URL reads it. */
  private record Seen(int status, Map<String, String> fields) {
    String header(String name) {
      return fields.getOrDefault("headers/" + name, "");
    }

    byte[] body() {
      return Base64.getDecoder().decode(fields.getOrDefault("body", ""));
    }
  }

  private Seen answer(byte[] event) {
    var fields = Envelope.fields(webhook.answer(event, bench.in(Duration.ofSeconds(2))));
    return new Seen(Integer.parseInt(fields.getOrDefault("statusCode", "0")), fields);
  }

  static Stream<List<String>> forgeries() {
    return Stream.of(
        List.of(),
        List.of(""),
        List.of("test_signature"),
        List.of(Base64.getEncoder().encodeToString(new byte[31])),
        List.of(Base64.getEncoder().encodeToString(new byte[32])),
        List.of(signature(ASKED + " ")),
        List.of(signature(ASKED), signature(ASKED)));
  }

  @ParameterizedTest
  @MethodSource("forgeries")
  void aForgedOrUnsignedRequestIsRefusedAndCausesNothing(List<String> signatures) {
    var response = answer(post(ASKED, signatures));
    assertThat(response.status()).isEqualTo(403);
    assertThat(response.body()).isEmpty();
    assertThat(bench.calls()).isZero();
    assertThat(bench.events.of(AppEvent.WebhookRejected.class)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"events\":{}}", "{\"events\":[],\"events\":[]}"})
  void aSignedRequestThatCannotBeReadIsRefused(String garbled) {
    assertThat(answer(signed(garbled)).status()).isEqualTo(400);
    assertThat(bench.calls()).isZero();
  }

  @Test
  void brokenBase64IsRefused() {
    var event = url("POST", "/webhook", ",\"x-line-signature\":\"AAAA\"", "\"***\"", true);
    assertThat(answer(event).status()).isEqualTo(400);
    assertThat(bench.calls()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {256 * 1024 + 1, 6 << 20})
  void aHugeRequestIsRefusedThoughItIsSigned(int size) {
    assertThat(answer(signed(" ".repeat(size - ASKED.length()) + ASKED)).status()).isEqualTo(413);
    assertThat(bench.calls()).isZero();
    assertThat(bench.events.of(AppEvent.WebhookRejected.class))
        .containsExactly(new AppEvent.WebhookRejected("size"));
  }

  @Test
  void theConsolesCheckWithoutEventsIsAccepted() {
    assertThat(answer(signed(body())).status()).isEqualTo(200);
    assertThat(bench.calls()).isZero();
    assertThat(bench.events.events()).isEmpty();
  }

  @Test
  void aHitIsAnsweredAtOnceWithOneReply() {
    bench.cached();
    assertThat(answer(signed(ASKED)).status()).isEqualTo(200);
    assertThat(bench.messenger.attempts()).isEqualTo(1);
    assertThat(ready().report().key()).isEqualTo(Examples.KEY);
    assertThat(ready().links().pdf().orElseThrow().getHost()).isEqualTo(Requests.DOMAIN);
    assertThat(bench.instance.queue().pending()).isEmpty();
    assertThat(bench.world.generator.calls()).isEqualTo(1);
  }

  @Test
  void aMissBecomesOneJobAndNoMessage() {
    assertThat(answer(signed(ASKED)).status()).isEqualTo(200);
    assertThat(bench.messenger.attempts()).isZero();
    assertThat(bench.world.generator.calls()).isZero();
    assertThat(bench.world.commits()).isZero();
    assertThat(bench.instance.queue().pending())
        .singleElement()
        .extracting(Received::job)
        .isInstanceOfSatisfying(
            Job.Answer.class, job -> assertThat(job.key()).isEqualTo(Examples.KEY));
  }

  @Test
  void plainAndBase64BodiesAreTheSameToUs() {
    String thai = body(typed("E1", "วิธีใช้", FRESH));
    assertThat(answer(signed(thai)).status()).isEqualTo(200);
    assertThat(answer(signedBase64(thai.replace("E1", "E2"))).status()).isEqualTo(200);
    assertThat(bench.messenger.arrived())
        .extracting(Sent::answer)
        .containsExactly(new Answer.Help(), new Answer.Help());
  }

  @Test
  void theSameEventTwiceIsAnsweredOnce() {
    answer(signed(ASKED));
    assertThat(answer(signed(ASKED)).status()).isEqualTo(200);
    assertThat(bench.instance.queue().pending()).hasSize(1);
    assertThat(bench.events.of(AppEvent.Duplicate.class)).hasSize(1);
  }

  @Test
  void anOldEventIsAcceptedAndIgnored() {
    var old = signed(body(typed("E1", "dbs19", Duration.ofMinutes(25))));
    assertThat(answer(old).status()).isEqualTo(200);
    assertThat(bench.calls()).isZero();
  }

  @Test
  void oneEventsBugCostsItsNeighboursNothing() {
    var breaking =
        bench.webhook((job, delay, deadline) -> {
          if (job.key().ticker().equals(CacheWorld.UOB.ticker())) {
            throw new IllegalStateException("canary: a bug");
          }
          bench.instance.queue().send(job, delay, deadline);
        });
    var both = signed(body(typed("E1", "uob19", FRESH), typed("E2", "dbs19", FRESH)));
    var response = Envelope.fields(breaking.answer(both, bench.in(Duration.ofSeconds(2))));
    assertThat(response).containsEntry("statusCode", "200");
    assertThat(bench.instance.queue().pending()).hasSize(1);
    assertThat(bench.events.of(AppEvent.EventSkipped.class))
        .containsExactly(new AppEvent.EventSkipped("bug"));
  }

  @Test
  void aPdfLinkLeadsToAShortLivedAddressThatNobodyMayKeep() {
    var response = answer(request("GET", link().getPath()));
    assertThat(response.status()).isEqualTo(302);
    assertThat(response.header("Location"))
        .startsWith("https://store.invalid/")
        .endsWith("?seconds=900");
    assertThat(response.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void aChartLinkGivesThePicture() {
    link();
    String path = ready().links().chart().orElseThrow().getPath();
    var response = answer(request("GET", path));
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("Content-Type")).isEqualTo("image/png");
    assertThat(response.header("Cache-Control")).isEqualTo("public, max-age=86400");
    assertThat(response.body()).asString().startsWith("CHART of ");
  }

  @Test
  void aLinkThatWasTamperedWithIsAPageInThaiAndCostsNoRequest() {
    String path = link().getPath();
    String other = path.endsWith("A") ? "B" : "A";
    long calls = bench.calls();
    for (String wrong :
        List.of(
            path.substring(0, path.length() - 1) + other,
            path.replace("DBS19", "UOB19"),
            path.replace("/pdf/", "/chart/"),
            path.replace("-11-11", "-11-10"),
            path + "/",
            "/r/../../x",
            "/r/")) {
      var response = answer(request("GET", wrong));
      assertThat(response.status()).as(wrong).isEqualTo(404);
      assertThat(response.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
      assertThat(response.body())
          .asString()
          .contains(
              "<title>ไม่พบรายงาน</title>",
              "ลิงก์นี้ไม่ถูกต้องหรือหมดอายุแล้ว กรุณากลับไปที่ LINE แล้วพิมพ์ชื่อย่อ DR"
                  + " เพื่อขอรายงานฉบับใหม่");
    }
    assertThat(bench.calls()).isEqualTo(calls);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /webhook, 405, POST",
    "PUT, /webhook, 405, POST",
    "POST, /r/pdf/DBS19, 405, GET",
    "HEAD, /r/pdf/DBS19, 405, GET",
    "DELETE, /, 405, 'GET, POST'",
    "GET, /, 404, ''",
    "POST, /webhook/, 404, ''"
  })
  void otherMethodsAndPathsLeadNowhere(String method, String path, int status, String allowed) {
    var response = answer(request(method, path));
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.header("Allow")).isEqualTo(allowed);
    assertThat(bench.calls()).isZero();
  }

  @Test
  void aScheduleCannotBePlayedThroughTheAddress() {
    String schedule = "{\"v\":\"1\",\"event\":\"prewarm\",\"group\":\"asia\"}";
    assertThat(answer(post(schedule, List.of())).status()).isEqualTo(403);
    assertThatThrownBy(() -> webhook.answer(bytes(schedule), bench.in(Duration.ofSeconds(2))))
        .isInstanceOf(InputException.class);
    assertThat(bench.calls()).isZero();
  }

  private Answer.Ready ready() {
    return (Answer.Ready) bench.messenger.arrived().getFirst().answer();
  }

  /** The PDF's link in the answer to a hit. */
  private URI link() {
    bench.cached();
    answer(signed(ASKED));
    return ready().links().pdf().orElseThrow();
  }
}
