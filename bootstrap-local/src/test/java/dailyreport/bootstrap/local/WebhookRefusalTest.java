package dailyreport.bootstrap.local;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.adapters.line.LineWebhook;
import dailyreport.application.port.AppEvent;
import dailyreport.bootstrap.local.serve.Http;
import dailyreport.bootstrap.local.serve.LocalServer;
import dailyreport.contract.TestClock;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What anybody can post to the webhook of LINE's own channel: a status and one event line each. */
class WebhookRefusalTest {
  private static final String SECRET = "s3cr3t-c4n4ry";

  private final TestClock clock = TestClock.atNow();
  @TempDir Path home;
  private Serving serving;

  @BeforeEach
  void open() {
    var config =
        Config.from(
            Map.of(
                "DAILYREPORT_HOME",
                home.toString(),
                "LINE_CHANNEL_SECRET",
                SECRET,
                "LINE_CHANNEL_ACCESS_TOKEN",
                SECRET,
                // Nobody is there: nothing of this may go out.
                "LINE_API_BASE_URL",
                "http://127.0.0.1:9",
                "PUBLIC_BASE_URL",
                "https://bot.example"));
    serving =
        Serving.real(
            LocalServer.bind(LocalServer.LOOPBACK, 0),
            config,
            new Prices.Live(),
            config.publicBaseUrl().orElseThrow(),
            clock);
  }

  @AfterEach
  void close() {
    int _ = serving.close(Duration.ofSeconds(30));
  }

  @Test
  void aForgedBodyIsForbidden() throws Exception {
    refused(403, "signature", text(0), signature("another secret", text(0)));
  }

  @Test
  void anUnsignedBodyIsForbidden() throws Exception {
    assertThat(Http.post(webhook(), text(0), Map.of()).status()).isEqualTo(403);
    theOnlyEventIs(new AppEvent.WebhookRejected("unsigned"), "unsigned");
  }

  @Test
  void aSignatureThatIsNoneIsForbidden() throws Exception {
    refused(403, "signature", text(0), "not base64 !");
  }

  @Test
  void aHugeBodyIsTooLarge() throws Exception {
    byte[] huge = new byte[LineWebhook.MOST_BYTES + 1];
    refused(413, "size", huge, signature(SECRET, huge));
  }

  @Test
  void aMuchLargerBodyIsTooLargeToo() throws Exception {
    byte[] huge = new byte[5 << 20];
    refused(413, "size", huge, signature(SECRET, huge));
  }

  @Test
  void aGarbledBodyIsBad() throws Exception {
    byte[] garbled = "{\"events\":[{\"type\":".getBytes(StandardCharsets.UTF_8);
    refused(400, "json", garbled, signature(SECRET, garbled));
  }

  @Test
  void aStaleEventIsAcceptedAndLeftAlone() throws Exception {
    byte[] stale = text(Duration.ofMinutes(20).toMillis());
    assertThat(signed(stale, signature(SECRET, stale)).status()).isEqualTo(200);
    theOnlyEventIs(new AppEvent.EventSkipped("old"), "old");
  }

  @Test
  void theChecksOfTheConsoleAreAccepted() throws Exception {
    byte[] empty = "{\"destination\":\"U0\",\"events\":[]}".getBytes(StandardCharsets.UTF_8);
    assertThat(signed(empty, signature(SECRET, empty)).status()).isEqualTo(200);
    assertThat(events()).isEmpty();
  }

  @Test
  void thereIsNoSimulatorBesideARealChannel() throws Exception {
    for (String path : List.of("/", "/simulator/state", "/simulator/feed", "/simulator/page.css")) {
      assertThat(Http.get(serving.address().resolve(path)).status()).as(path).isEqualTo(404);
    }
    assertThat(Http.json(serving.address().resolve("/simulator/say"), "{}").status())
        .isEqualTo(404);
  }

  private void refused(int status, String reason, byte[] body, String signature)
      throws IOException {
    Http.Got got = signed(body, signature);
    assertThat(got.status()).isEqualTo(status);
    assertThat(got.body()).isEmpty();
    theOnlyEventIs(new AppEvent.WebhookRejected(reason), reason);
  }

  private void theOnlyEventIs(AppEvent event, String reason) throws IOException {
    assertThat(events()).hasSize(1);
    assertThat(events().getFirst()).contains(event.name(), reason).doesNotContain("c4n4ry");
  }

  private List<String> events() throws IOException {
    Path file = home.resolve("events.jsonl");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  private Http.Got signed(byte[] body, String signature) throws IOException {
    return Http.post(webhook(), body, Map.of("X-Line-Signature", signature));
  }

  private URI webhook() {
    return serving.address().resolve("/webhook");
  }

  private byte[] text(long ageMillis) {
    return """
    {"destination":"U0","events":[{"type":"message","mode":"active","timestamp":%d,
    "source":{"type":"user","userId":"Uc4n4ry"},"webhookEventId":"01FZ74A0TDDPYRVKNK77XKC3ZR",
    "deliveryContext":{"isRedelivery":false},"replyToken":"c4n4ry0123",
    "message":{"type":"text","id":"1","quoteToken":"q","text":"help"}}]}
    """
        .formatted(clock.instant().toEpochMilli() - ageMillis)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String signature(String secret, byte[] body) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return Base64.getEncoder().encodeToString(mac.doFinal(body));
  }
}
