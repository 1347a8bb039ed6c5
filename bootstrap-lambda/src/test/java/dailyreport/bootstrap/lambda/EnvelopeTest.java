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
import org.junit.jupiter.params.provider.CsvSource;
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
  void aRequestIsReadWithItsBodyAsItCame() {
    String encoded = Base64.getEncoder().encodeToString(bytes("{'ข้อความ':'DBS19'}"));
    var request = Envelope.request(bytes(url(encoded, true)));
    assertThat(request.body()).isEqualTo(encoded);
    assertThat(request.base64()).isTrue();
    assertThat(Envelope.request(bytes(url("{}", false))).base64()).isFalse();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo("/webhook");
    assertThat(request.domain()).isEqualTo("x.lambda-url.example");
    assertThat(request.headers()).containsEntry("x-line-signature", "abc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "{\"rawPath\":\"/\"}", "null"})
  void whatIsNoFunctionUrlEventIsRefusedWithoutQuotingIt(String event) {
    assertThatThrownBy(() -> Envelope.request(bytes(event)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("Lambda event: expected");
  }

  @Test
  void everyRecordOfAQueueEventIsRead() {
    String event =
        """
        {"Records":[
          {"messageId":"m-1","attributes":{"SentTimestamp":"1762858800000",
           "ApproximateReceiveCount":"1"},"body":"{}"},
          {"messageId":"m-2","attributes":{"SentTimestamp":"1762858801000",
           "ApproximateReceiveCount":"3"},"body":"x"}]}
        """;
    assertThat(Envelope.messages(Envelope.fields(bytes(event))))
        .containsExactly(
            new Envelope.Message("m-1", Instant.parse("2025-11-11T11:00:00Z"), 1, "{}"),
            new Envelope.Message("m-2", Instant.parse("2025-11-11T11:00:01Z"), 3, "x"));
  }

  @Test
  void aTimestampThatIsNoneIsRefused() {
    var event =
        Envelope.fields(
            bytes(
                """
                {"Records":[{"messageId":"m","attributes":{"SentTimestamp":"canary"},"body":""}]}
                """));
    assertThatThrownBy(() -> Envelope.messages(event))
        .hasMessage("Lambda event: expected milliseconds in SentTimestamp");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{}; expected the field Records/0/attributes/SentTimestamp",
        "{'SentTimestamp':'1'}; expected the field Records/0/attributes/ApproximateReceiveCount",
        "{'SentTimestamp':'1','ApproximateReceiveCount':'canary'};"
            + " expected a count in ApproximateReceiveCount",
        "{'SentTimestamp':'1','ApproximateReceiveCount':'-1'};"
            + " expected a count in ApproximateReceiveCount"
      },
      quoteCharacter = '|')
  void aRecordWithoutItsTimeOrItsCountIsRefused(String attributes, String because) {
    var event =
        Envelope.fields(
            bytes(
                "{\"Records\":[{\"messageId\":\"m\",\"attributes\":%s,\"body\":\"\"}]}"
                    .formatted(attributes.replace('\'', '"'))));
    assertThatThrownBy(() -> Envelope.messages(event)).hasMessage("Lambda event: " + because);
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
