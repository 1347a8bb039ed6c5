package dailyreport.fakes3;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A response as S3 writes it. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record S3Reply(int status, Map<String, String> headers, byte[] body, boolean bodySent) {
  private static final Map<Integer, String> CODES =
      Map.of(
          400, "BadRequest",
          403, "AccessDenied",
          404, "NoSuchKey",
          409, "ConditionalRequestConflict",
          412, "PreconditionFailed",
          500, "InternalError",
          501, "NotImplemented",
          503, "SlowDown");

  static S3Reply of(int status) {
    return status >= 400 ? error(status) : new S3Reply(status, Map.of(), new byte[0], true);
  }

  static S3Reply error(int status) {
    return error(status, CODES.getOrDefault(status, "Unknown"));
  }

  static S3Reply noBucket() {
    return error(404, "NoSuchBucket");
  }

  static S3Reply error(int status, String code) {
    return xml(status, "<Error><Code>" + code + "</Code><Message>scripted</Message></Error>");
  }

  static S3Reply of(StoredObject object) {
    var headers = new HashMap<String, String>();
    headers.put("ETag", object.etag());
    headers.put("Content-Type", object.contentType());
    object.metadata().forEach((name, value) -> headers.put("x-amz-meta-" + name, value));
    return new S3Reply(200, headers, object.bytes(), true);
  }

  static S3Reply listing(List<String> keys, Function<String, String> etag, boolean more) {
    String contents =
        keys.stream()
            .map(key ->
                "<Contents><Key>%s</Key><ETag>%s</ETag></Contents>"
                    .formatted(key, etag.apply(key).replace("\"", "&quot;")))
            .collect(Collectors.joining());
    String next =
        more ? "<NextContinuationToken>" + keys.getLast() + "</NextContinuationToken>" : "";
    return xml(
        200,
        "<ListBucketResult><IsTruncated>%s</IsTruncated>%s%s</ListBucketResult>"
            .formatted(more, next, contents));
  }

  private static S3Reply xml(int status, String xml) {
    byte[] body =
        ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).getBytes(StandardCharsets.UTF_8);
    return new S3Reply(status, Map.of("Content-Type", "application/xml"), body, true);
  }

  S3Reply tagged(String etag) {
    return new S3Reply(status, Map.of("ETag", etag), body, bodySent);
  }

  S3Reply withoutBody() {
    return new S3Reply(status, headers, body, false);
  }

  void send(HttpExchange exchange) throws IOException {
    try (exchange) {
      headers.forEach(exchange.getResponseHeaders()::set);
      boolean head = !bodySent || exchange.getRequestMethod().equals("HEAD");
      boolean hasBody = !head && body.length > 0;
      if (head) {
        exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
      }
      exchange.sendResponseHeaders(status, hasBody ? body.length : -1);
      if (hasBody) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  void sendHalf(HttpExchange exchange) throws IOException {
    headers.forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(Arrays.copyOf(body, body.length / 2));
    exchange.getResponseBody().flush();
  }
}
