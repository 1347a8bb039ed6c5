package dailyreport.bootstrap.lambda;

import dailyreport.application.port.Secret;
import dailyreport.contract.Examples;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Events of the Function URL as Lambda hands them over, and LINE's bodies and signatures. */
final class Requests {
  static final Secret CHANNEL_SECRET = new Secret("canary-channel-secret");
  static final String DOMAIN = "x.lambda-url.example";

  private Requests() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** What LINE puts into its header. */
  static String signature(String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes(CHANNEL_SECRET.value()), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(bytes(body)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** From LINE. */
  static byte[] signed(String body) {
    return post(body, List.of(signature(body)));
  }

  /** To the webhook path with these values of the signature header, joined as Lambda does. */
  static byte[] post(String body, List<String> signatures) {
    String header =
        signatures.isEmpty()
            ? ""
            : ",\"x-line-signature\":\"" + String.join(",", signatures) + "\"";
    return url("POST", "/webhook", header, quoted(body), false);
  }

  /** From LINE, with the body as base64. */
  static byte[] signedBase64(String body) {
    String encoded = Base64.getEncoder().encodeToString(bytes(body));
    return url(
        "POST",
        "/webhook",
        ",\"X-Line-Signature\":\"" + signature(body) + "\"",
        '"' + encoded + '"',
        true);
  }

  static byte[] request(String method, String path) {
    return url(method, path, "", "\"\"", false);
  }

  static byte[] url(String method, String path, String headers, String body, boolean base64) {
    return bytes(
        """
        {"version":"2.0","rawPath":"%s","headers":{"host":"evil.example"%s},
         "requestContext":{"domainName":"%s","http":{"method":"%s"}},
         "body":%s,"isBase64Encoded":%s}
        """
            .formatted(path, headers, DOMAIN, method, body, base64));
  }

  static String body(String... events) {
    return "{\"destination\":\"U0\",\"events\":[" + String.join(",", events) + "]}";
  }

  /** A person types that text, that long before {@link Examples#NOW}. */
  static String typed(String eventId, String text, Duration age) {
    return """
    {"webhookEventId":"%1$s","mode":"active","timestamp":%2$d,
     "source":{"type":"user","userId":"canary-user"},"replyToken":"canary-reply-%1$s",
     "deliveryContext":{"isRedelivery":false},"type":"message",
     "message":{"type":"text","id":"1","quoteToken":"canary-quote","text":"%3$s"}}\
    """
        .formatted(eventId, Examples.NOW.minus(age).toEpochMilli(), text);
  }

  /** As {@link #typed(String, String, Duration)}, at that time. */
  static String typed(String eventId, String text, Instant at) {
    return typed(eventId, text, Duration.between(at, Examples.NOW));
  }

  /** A person taps the button for a report of that session. */
  static String tapped(String eventId, String ticker, String session, Instant at) {
    return """
    {"webhookEventId":"%1$s","mode":"active","timestamp":%2$d,
     "source":{"type":"user","userId":"canary-user"},"replyToken":"canary-reply-%1$s",
     "deliveryContext":{"isRedelivery":false},"type":"postback",
     "postback":{"data":"v=1&a=report&t=%3$s&d=%4$s"}}\
    """
        .formatted(eventId, at.toEpochMilli(), ticker, session);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
