package dailyreport.benchmarks.stages;

import dailyreport.application.port.Secret;
import dailyreport.benchmarks.sample.SampleReport;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Webhook requests as LINE posts them when somebody types a symbol. */
final class SignedEvents {
  static final Secret CHANNEL_SECRET = new Secret("benchmark-channel-secret");

  private SignedEvents() {}

  /**
   * A request.
   *
   * @param body JSON in UTF-8
   * @param headers with its signature
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Posted(byte[] body, Map<String, List<String>> headers) {}

  /** So many requests of one text event each, no two with the same event id or reply token. */
  static Posted[] saying(String text, int count) {
    return IntStream.range(0, count).mapToObj(n -> signed(body(text, n))).toArray(Posted[]::new);
  }

  private static String body(String text, int n) {
    return """
    {"destination":"U00000000000000000000000000000000","events":[{"type":"message",\
    "message":{"type":"text","id":"%d","quoteToken":"q%04d","text":"%s"},\
    "webhookEventId":"01FZ74A0TDDPYRVKNK77XK%04d","deliveryContext":{"isRedelivery":false},\
    "timestamp":%d,"source":{"type":"user","userId":"U11111111111111111111111111111111"},\
    "replyToken":"r%04d","mode":"active"}]}\
    """
        .formatted(n, n, text, n, SampleReport.NOW.toEpochMilli(), n);
  }

  private static Posted signed(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] secret = CHANNEL_SECRET.value().getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      String signature = Base64.getEncoder().encodeToString(mac.doFinal(bytes));
      return new Posted(bytes, Map.of("x-line-signature", List.of(signature)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
    }
  }
}
