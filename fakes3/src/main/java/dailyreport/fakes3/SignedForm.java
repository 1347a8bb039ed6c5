package dailyreport.fakes3;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a request says of its own signature: in its header {@code Authorization} or, presigned, in
 * its query.
 *
 * @param credential access key, day, region, service and {@code aws4_request}
 * @param headers names of the signed headers, in their order
 * @param time as signed, such as {@code 20251111T010203Z}
 * @param payload the body's SHA-256, or a word that says how the body is protected
 * @param life seconds that a presigned address is good for
 */
record SignedForm(
    List<String> credential,
    List<String> headers,
    String signature,
    String time,
    String payload,
    Optional<Long> life) {
  static final String ALGORITHM = "AWS4-HMAC-SHA256";
  static final String UNSIGNED = "UNSIGNED-PAYLOAD";
  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          ALGORITHM + " Credential=([^, ]+), *SignedHeaders=([^, ]+), *Signature=([0-9a-f]{64})");

  /** Empty when there is no signature, or none of this form. */
  static Optional<SignedForm> of(S3Request request) {
    return request.query("X-Amz-Algorithm").filter(ALGORITHM::equals).isPresent()
        ? presigned(request)
        : authorized(request);
  }

  private static Optional<SignedForm> authorized(S3Request request) {
    Matcher said = AUTHORIZATION.matcher(request.header("authorization").orElse(""));
    Optional<String> time = request.header("x-amz-date");
    Optional<String> payload = request.header("x-amz-content-sha256");
    if (!said.matches() || time.isEmpty() || payload.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SignedForm(
            list(said.group(1), "/"),
            list(said.group(2), ";"),
            said.group(3),
            time.get(),
            payload.get(),
            Optional.empty()));
  }

  private static Optional<SignedForm> presigned(S3Request request) {
    String life = request.query("X-Amz-Expires").orElse("");
    if (!life.matches("[0-9]{1,6}")) {
      return Optional.empty();
    }
    return Optional.of(
        new SignedForm(
            list(request.query("X-Amz-Credential").orElse(""), "/"),
            list(request.query("X-Amz-SignedHeaders").orElse(""), ";"),
            request.query("X-Amz-Signature").orElse(""),
            request.query("X-Amz-Date").orElse(""),
            request.header("x-amz-content-sha256").orElse(UNSIGNED),
            Optional.of(Long.parseLong(life))));
  }

  /** The request in the one form that both sides sign. */
  String canonical(S3Request request) {
    var lines = new StringBuilder(request.method()).append('\n');
    lines.append(encoded(request.uri().getPath()).replace("%2F", "/")).append('\n');
    lines.append(query(request)).append('\n');
    for (String name : headers) {
      String value = request.header(name).orElse("").strip().replaceAll(" +", " ");
      lines.append(name).append(':').append(value).append('\n');
    }
    return lines.append('\n') + String.join(";", headers) + '\n' + payload;
  }

  private static String query(S3Request request) {
    return request.query().entrySet().stream()
        .filter(pair -> !pair.getKey().equals("X-Amz-Signature"))
        .map(pair -> encoded(pair.getKey()) + "=" + encoded(pair.getValue()))
        .sorted()
        .collect(Collectors.joining("&"));
  }

  /** As {@link URI} means it: RFC 3986, not a form. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  private static List<String> list(String text, String separator) {
    return List.of(text.split(separator));
  }
}
