package dailyreport.fakes3;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as S3 understands it.
 *
 * @param uri as it was sent
 * @param verb the method, or LIST
 * @param key object key; for LIST the prefix
 * @param headers names in lower case
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record S3Request(
    URI uri,
    String verb,
    String bucket,
    String key,
    Map<String, String> query,
    Map<String, String> headers,
    byte[] body) {
  private static final String META = "x-amz-meta-";

  static S3Request of(HttpExchange exchange) throws IOException {
    var headers = new HashMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    var query = parse(exchange.getRequestURI().getRawQuery());
    byte[] body = exchange.getRequestBody().readAllBytes();
    String[] path = exchange.getRequestURI().getPath().substring(1).split("/", 2);
    boolean list = query.containsKey("list-type");
    return new S3Request(
        exchange.getRequestURI(),
        list ? "LIST" : exchange.getRequestMethod(),
        path[0],
        list ? query.getOrDefault("prefix", "") : path.length == 2 ? path[1] : "",
        query,
        headers,
        body);
  }

  private static Map<String, String> parse(String query) {
    var values = new HashMap<String, String>();
    for (String pair : query == null ? new String[0] : query.split("&")) {
      String[] both = pair.split("=", 2);
      values.put(
          URLDecoder.decode(both[0], StandardCharsets.UTF_8),
          both.length == 1 ? "" : URLDecoder.decode(both[1], StandardCharsets.UTF_8));
    }
    return values;
  }

  /** As HTTP has it. */
  String method() {
    return verb.equals("LIST") ? "GET" : verb;
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /** The object to store: the body out of its frame, and the user metadata. */
  StoredObject object() {
    var metadata = new HashMap<String, String>();
    headers.forEach((name, value) -> {
      if (name.startsWith(META)) {
        metadata.put(name.substring(META.length()), value);
      }
    });
    boolean framed = header("content-encoding").orElse("").contains("aws-chunked");
    return new StoredObject(
        framed ? AwsChunks.decode(body) : body,
        header("content-type").orElse("binary/octet-stream"),
        metadata);
  }

  @Override
  public String toString() {
    return verb + " " + key;
  }
}
