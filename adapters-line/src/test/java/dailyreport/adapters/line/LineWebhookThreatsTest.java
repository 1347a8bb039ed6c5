package dailyreport.adapters.line;

import static dailyreport.adapters.line.SignedBodies.body;
import static dailyreport.adapters.line.SignedBodies.bytes;
import static dailyreport.adapters.line.SignedBodies.hmac;
import static dailyreport.adapters.line.SignedBodies.signed;
import static dailyreport.adapters.line.SignedBodies.text;
import static dailyreport.adapters.line.SignedBodies.user;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.adapters.line.LineWebhook.Verdict;
import dailyreport.application.port.AppEvent;
import dailyreport.contract.Examples;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TM01, TM02, TM05 to TM08 and TM20 of the threat model. */
class LineWebhookThreatsTest {
  private static final URI BASE = URI.create("https://bot.example");
  private static final String BODY = body(user(text("DBS19")));

  private final List<AppEvent> log = new ArrayList<>();
  private final LineWebhook webhook =
      LineWebhook.open(SignedBodies.SECRET, log::add, () -> Examples.NOW);

  @Test
  void aMissingSignatureIsForbidden() {
    assertThat(webhook.receive(bytes(BODY), Map.of(), BASE))
        .isEqualTo(new Verdict.Rejected(403, "unsigned"));
    assertThat(log).containsExactly(new AppEvent.WebhookRejected("unsigned"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "test_signature", "%%%", "AAAA", "null"})
  void aHeaderThatIsNoSignatureIsForbidden(String header) {
    forbidden(Map.of("x-line-signature", List.of(header)));
  }

  @Test
  void aSignatureOfAnotherLengthOrBodyIsForbidden() {
    byte[] right = hmac(bytes(BODY));
    byte[] wrong = right.clone();
    wrong[31] ^= 1;
    forbidden(header(Arrays.copyOf(right, 31)));
    forbidden(header(Arrays.copyOf(right, 33)));
    forbidden(header(wrong));
    forbidden(signed(bytes(BODY.replace(",", ", "))));
    forbidden(signed(new byte[0]));
  }

  @Test
  void twoSignaturesAreForbiddenEvenWhenBothAreRight() {
    String right = Base64.getEncoder().encodeToString(hmac(bytes(BODY)));
    forbidden(Map.of("x-line-signature", List.of(right, right)));
    forbidden(Map.of("x-line-signature", List.of(right), "X-Line-Signature", List.of(right)));
    forbidden(Map.of("x-line-signature", List.of(right + "," + right)));
  }

  @Test
  void theNameOfTheHeaderMayHaveAnyCase() {
    String right = Base64.getEncoder().encodeToString(hmac(bytes(BODY)));
    assertThat(webhook.receive(bytes(BODY), Map.of("X-LINE-Signature", List.of(right)), BASE))
        .isInstanceOf(Verdict.Accepted.class);
  }

  @Test
  void anUnsignedBodyIsNotParsed() {
    assertThat(webhook.receive(bytes("not json"), header(new byte[32]), BASE))
        .isEqualTo(new Verdict.Rejected(403, "signature"));
    assertThat(webhook.receive(bytes("not json"), signed(bytes("not json")), BASE))
        .isEqualTo(new Verdict.Rejected(400, "json"));
  }

  @Test
  void aHugeBodyIsRefusedBeforeItIsDecoded() {
    String encoded = "A".repeat(6_000_000);
    assertThat(webhook.receive(encoded, true, Map.of(), BASE))
        .isEqualTo(new Verdict.Rejected(413, "size"));
    assertThat(webhook.receive("A".repeat(LineWebhook.MOST_BYTES + 1), false, Map.of(), BASE))
        .isEqualTo(new Verdict.Rejected(413, "size"));
    assertThat(webhook.receive(new byte[LineWebhook.MOST_BYTES + 1], Map.of(), BASE))
        .isEqualTo(new Verdict.Rejected(413, "size"));
  }

  @Test
  void theLargestBodyStillPassesInBothForms() {
    String padded = BODY + " ".repeat(LineWebhook.MOST_BYTES - bytes(BODY).length);
    String encoded = Base64.getEncoder().encodeToString(bytes(padded));

    assertThat(webhook.receive(padded, false, signed(bytes(padded)), BASE))
        .isInstanceOf(Verdict.Accepted.class);
    assertThat(webhook.receive(encoded, true, signed(bytes(padded)), BASE))
        .isInstanceOf(Verdict.Accepted.class);
  }

  @Test
  void aThaiBodyPassesPlainAndEncoded() {
    String thai = body(user(text("วิธีใช้")));
    String encoded = Base64.getEncoder().encodeToString(bytes(thai));

    assertThat(webhook.receive(thai, false, signed(bytes(thai)), BASE))
        .isEqualTo(webhook.receive(encoded, true, signed(bytes(thai)), BASE))
        .isInstanceOfSatisfying(
            Verdict.Accepted.class, accepted -> assertThat(accepted.events()).hasSize(1));
    assertThat(webhook.receive("%%%", true, signed(bytes(thai)), BASE))
        .isEqualTo(new Verdict.Rejected(400, "base64"));
  }

  @Test
  void compressedBodiesAreNotTaken() {
    var headers =
        Map.of(
            "x-line-signature",
            List.of(Base64.getEncoder().encodeToString(hmac(bytes(BODY)))),
            "Content-Encoding",
            List.of("gzip"));
    assertThat(webhook.receive(bytes(BODY), headers, BASE))
        .isEqualTo(new Verdict.Rejected(415, "encoding"));
  }

  @Test
  void jsonBombsAreRefused() {
    refused("[".repeat(10_000));
    refused("{\"events\":[],\"x\":" + "[".repeat(40) + "]".repeat(40) + "}");
    refused("{\"events\":[],\"x\":" + "9".repeat(100_000) + "}");
    refused("{\"events\":[],\"x\":\"" + "a".repeat(70_000) + "\"}");
    refused("{\"events\":[],\"events\":[]}");
    refused("{\"events\":[],\"\\u0065vents\":[]}");
    refused("{\"events\":[{\"mode\":\"active\",\"mode\":\"standby\"}]}");
    refused("{\"events\":[],\"x\":{" + "\"a\":1,".repeat(2) + "\"b\":1}}");
    var keys = new StringBuilder("{\"events\":[]");
    for (int i = 0; i < 30_000; i++) {
      keys.append(",\"").append(Integer.toString(i, 36)).append("\":0");
    }
    refused(keys.append("}").toString());
    refused(body(Collections.nCopies(101, "{}").toArray(String[]::new)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "7",
        "{",
        "{}",
        "{\"events\":null}",
        "{\"events\":{}}",
        "{\"events\":[1]}",
        "{\"events\":[null]}",
        "{\"events\":[]}x",
        "{\"events\":[]}{}",
        "{\"events\":[{]}",
        "{\"Events\":[]}",
      })
  void aSignedBodyThatIsNoWebhookIsABadRequest(String body) {
    refused(body);
  }

  @Test
  void otherCharsetsAreNotTaken() {
    byte[] wide = BODY.getBytes(StandardCharsets.UTF_16BE);
    assertThat(webhook.receive(wide, signed(wide), BASE))
        .isEqualTo(new Verdict.Rejected(400, "json"));
  }

  @Test
  void aHundredEventsAreTaken() {
    String many = body(Collections.nCopies(100, user(text("DBS19"))).toArray(String[]::new));

    assertThat(webhook.receive(bytes(many), signed(bytes(many)), BASE))
        .isInstanceOfSatisfying(
            Verdict.Accepted.class, accepted -> assertThat(accepted.events()).hasSize(100));
  }

  @Test
  void damagedBodiesNeverThrow() {
    for (long seed = 0; seed < 3_000; seed++) {
      var random = new Random(seed);
      byte[] damaged = bytes(BODY);
      for (int i = 0; i <= random.nextInt(4); i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      assertThat(webhook.receive(damaged, signed(damaged), BASE)).as("seed " + seed).isNotNull();
    }
  }

  @Test
  void nothingPersonalIsLogged() {
    List<String> lines;
    try (var logs = new CapturedLogs()) {
      Logger.getLogger("probe").fine("probe");
      webhook.receive(bytes(BODY), signed(bytes(BODY)), BASE);
      refused("{\"events\":[{\"userId\":\"Ucanary\"]}");
      lines = logs.lines();
    }
    assertThat(lines).anyMatch(line -> line.contains("probe"));
    assertThat(lines).noneMatch(line -> line.contains("canary"));
    assertThat(log.toString() + webhook).doesNotContain("canary");
  }

  private void forbidden(Map<String, List<String>> headers) {
    assertThat(webhook.receive(bytes(BODY), headers, BASE))
        .isEqualTo(new Verdict.Rejected(403, "signature"));
  }

  private void refused(String body) {
    assertThat(webhook.receive(bytes(body), signed(bytes(body)), BASE))
        .as(body.substring(0, Math.min(60, body.length())))
        .isEqualTo(new Verdict.Rejected(400, "json"));
  }

  private static Map<String, List<String>> header(byte[] signature) {
    return Map.of("x-line-signature", List.of(Base64.getEncoder().encodeToString(signature)));
  }
}
