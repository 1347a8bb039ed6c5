package dailyreport.adapters.line;

import dailyreport.application.port.Secret;
import dailyreport.contract.Examples;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Webhook bodies as LINE sends them, and their signatures. */
final class SignedBodies {
  static final Secret SECRET = new Secret("channel-secret-canary");

  private SignedBodies() {}

  static byte[] bytes(String body) {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] hmac(byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes(SECRET.value()), "HmacSHA256"));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static Map<String, List<String>> signed(byte[] body) {
    return Map.of("x-line-signature", List.of(Base64.getEncoder().encodeToString(hmac(body))));
  }

  static String body(String... events) {
    return "{\"destination\":\"U0\",\"events\":[" + String.join(",", events) + "]}";
  }

  static String user(String rest) {
    return event("active", "{\"type\":\"user\",\"userId\":\"Ucanary\"}", 0, rest);
  }

  static String group(String rest) {
    return event("active", "{\"type\":\"group\",\"groupId\":\"Cgroup\"}", 0, rest);
  }

  /** An event that is that old at {@link Examples#NOW}. */
  static String event(String mode, String source, long ageMillis, String rest) {
    return """
    {"webhookEventId":"01FZ74A0TDDPYRVKNK77XKC3ZR","mode":"%s","source":%s,"timestamp":%d,
     "deliveryContext":{"isRedelivery":false},"replyToken":"reply-canary",%s}\
    """
        .formatted(mode, source, Examples.NOW.toEpochMilli() - ageMillis, rest);
  }

  static String text(String text) {
    return """
    "type":"message","message":{"type":"text","id":"1","quoteToken":"quote-canary","text":"%s"}\
    """
        .formatted(text);
  }

  static String postback(String data) {
    return "\"type\":\"postback\",\"postback\":{\"data\":\"" + data + "\"}";
  }
}
