package dailyreport.bootstrap.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {
  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  private static String url(String body, boolean base64) {
    return """
    {"version":"2.0","rawPath":"/webhook","headers":{"X-Line-Signature":"abc","host":"h"},
     "requestContext":{"domainName":"x.lambda-url.example","http":{"method":"POST"}},
     "body":"%s","isBase64Encoded":%s}
    """
        .formatted(body, base64);
  }

  @Test
  void aPlainAndABase64BodyGiveTheSameBytes() {
    String text = "{'ข้อความ':'DBS19'}";
    String encoded = Base64.getEncoder().encodeToString(bytes(text));
    var plain = Envelope.request(bytes(url(text, false)));
    assertThat(plain.body()).isEqualTo(bytes(text));
    assertThat(Envelope.request(bytes(url(encoded, true))).body()).isEqualTo(plain.body());
    assertThat(plain.method()).isEqualTo("POST");
    assertThat(plain.path()).isEqualTo("/webhook");
    assertThat(plain.domain()).isEqualTo("x.lambda-url.example");
    assertThat(plain.headers()).containsEntry("x-line-signature", "abc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "{\"rawPath\":\"/\"}", "null"})
  void whatIsNoFunctionUrlEventIsRefusedWithoutQuotingIt(String event) {
    assertThatThrownBy(() -> Envelope.request(bytes(event)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Lambda event: expected");
  }

  @Test
  void brokenBase64IsRefused() {
    assertThatThrownBy(() -> Envelope.request(bytes(url("***", true))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyRecordOfAQueueEventIsRead() {
    String event =
        """
        {"Records":[
          {"messageId":"m-1","attributes":{"SentTimestamp":"1762858800000"},"body":"{}"},
          {"messageId":"m-2","attributes":{"SentTimestamp":"1762858801000"},"body":"x"}]}
        """;
    assertThat(Envelope.messages(bytes(event)))
        .containsExactly(
            new Envelope.Message("m-1", Instant.parse("2025-11-11T11:00:00Z"), "{}"),
            new Envelope.Message("m-2", Instant.parse("2025-11-11T11:00:01Z"), "x"));
  }

  @Test
  void failuresAndResponsesAreWrittenAsLambdaWantsThem() {
    assertThat(Envelope.batchFailures(List.of("m-2")))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-2\"}]}");
    var response = new Envelope.Response(302, Map.of("Location", "https://x"), bytes(""));
    assertThat(Envelope.response(response))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo(
            "{\"statusCode\":302,\"headers\":{\"Location\":\"https://x\"},\"body\":\"\","
                + "\"isBase64Encoded\":true}");
  }
}
