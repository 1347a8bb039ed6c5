package dailyreport.packaging;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Events as Lambda hands them over; every secret and every word of a person has "canary" in it. */
final class Events {
  static final String CHANNEL_SECRET = "canary-channel-secret";
  static final String DOMAIN = "x.lambda-url.example";

  private Events() {}

  /** A person types that now, and LINE signs it. */
  static String typed(String id, String text) {
    return signed(
        id,
        "\"type\":\"message\",\"message\":{\"type\":\"text\",\"id\":\"1\","
            + "\"quoteToken\":\"canary-quote\",\"text\":\""
            + text
            + "\"}");
  }

  /** A person taps a button of an older message. */
  static String tapped(String id, String data) {
    return signed(id, "\"type\":\"postback\",\"postback\":{\"data\":\"" + data + "\"}");
  }

  /** Typed by somebody who does not know the channel secret. */
  static String forged(String id, String text) {
    return typed(id, text).replaceAll("(x-line-signature\":\")[^\"]*", "$1Zm9yZ2Vk");
  }

  /** Somebody opens a link. */
  static String opened(String path) {
    return request("GET", path, "", "");
  }

  /** The queue delivers a message. */
  static String delivered(String id, String body) {
    return "{\"Records\":[{\"messageId\":\"%s\",\"attributes\":{\"SentTimestamp\":\"%s\",\"ApproximateReceiveCount\":\"1\"},\"body\":%s}]}"
        .formatted(id, Long.toString(Instant.now().toEpochMilli()), quoted(body));
  }

  private static String signed(String id, String what) {
    String body =
        """
        {"destination":"U0","events":[{"webhookEventId":"%s","mode":"active","timestamp":%s,\
        "source":{"type":"user","userId":"canary-user"},"replyToken":"canary-reply-%s",\
        "deliveryContext":{"isRedelivery":false},%s}]}\
        """
            .formatted(id, Long.toString(Instant.now().toEpochMilli()), id, what);
    return request("POST", "/webhook", ",\"x-line-signature\":\"" + signature(body) + "\"", body);
  }

  private static String request(String method, String path, String headers, String body) {
    return """
    {"version":"2.0","rawPath":"%s","headers":{"host":"evil.example"%s},
     "requestContext":{"domainName":"%s","http":{"method":"%s"}},
     "body":%s,"isBase64Encoded":false}
    """
        .formatted(path, headers, DOMAIN, method, quoted(body));
  }

  private static String signature(String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(CHANNEL_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] digest = mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
