package dailyreport.fakes3;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests and signatures that Amazon prints in the S3 API reference, "Signature Calculations for
 * the Authorization Header", "... Chunked Upload" and "... Query Parameters"; then what was changed
 * in them.
 */
class SignatureTest {
  private static final Instant MAY_24 = Instant.parse("2013-05-24T00:00:00Z");
  private static final String SCOPE = "AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request";
  private static final String EMPTY =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  private static final String RANGE =
      "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41";
  private static final String PRESIGNED =
      "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404";

  @Test
  void amazonsGetPasses() {
    assertThat(code(range(), MAY_24)).isEmpty();
  }

  @Test
  void amazonsListPasses() {
    S3Request list =
        request("GET", "/?max-keys=2&prefix=J", "", Map.of("x-amz-content-sha256", EMPTY));
    assertThat(
            code(
                signed(list, "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"),
                MAY_24))
        .isEmpty();
  }

  @Test
  void amazonsPutPassesAndAnotherBodyDoesNot() {
    var headers =
        Map.of(
            "date", "Fri, 24 May 2013 00:00:00 GMT",
            "x-amz-storage-class", "REDUCED_REDUNDANCY",
            "x-amz-content-sha256",
                "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072");
    String signature = "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd";
    String path = "/test%24file.text";
    S3Request put = request("PUT", path, "Welcome to Amazon S3.", headers);
    assertThat(code(signed(put, signature), MAY_24)).isEmpty();
    S3Request other = request("PUT", path, "Welcome to Amazon S4.", headers);
    assertThat(code(signed(other, signature), MAY_24)).isEqualTo("400 XAmzContentSHA256Mismatch");
  }

  @Test
  void amazonsUploadInChunksPassesAndAChangedByteDoesNot() {
    String frame =
        """
        10000;chunk-signature=ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648
        %s
        400;chunk-signature=0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497
        %s
        0;chunk-signature=b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9

        """
            .replace("\n", "\r\n")
            .formatted("a".repeat(65_536), "a".repeat(1_024));
    assertThat(code(chunked(frame), MAY_24)).isEmpty();
    assertThat(code(chunked(frame.replace("a\r\n0;", "b\r\n0;")), MAY_24))
        .isEqualTo("403 SignatureDoesNotMatch");
    assertThat(code(chunked(frame.substring(0, 70_000 - 4_096)), MAY_24))
        .isEqualTo("403 SignatureDoesNotMatch");
  }

  private static S3Request chunked(String frame) {
    var headers =
        Map.of(
            "host", "s3.amazonaws.com",
            "content-encoding", "aws-chunked",
            "content-length", "66824",
            "x-amz-decoded-content-length", "66560",
            "x-amz-storage-class", "REDUCED_REDUNDANCY",
            "x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD");
    return signed(
        request("PUT", "/examplebucket/chunkObject.txt", frame, headers),
        "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9");
  }

  @Test
  void amazonsAddressPassesForADayAndNoLonger() {
    assertThat(code(address(PRESIGNED, "86400"), MAY_24)).isEmpty();
    assertThat(code(address(PRESIGNED, "86400"), MAY_24.plusSeconds(86_400))).isEmpty();
    assertThat(code(address(PRESIGNED, "86400"), MAY_24.plusSeconds(86_401)))
        .isEqualTo("403 AccessDenied");
    assertThat(code(address(PRESIGNED, "86401"), MAY_24)).isEqualTo("403 SignatureDoesNotMatch");
    assertThat(code(address(PRESIGNED.replace("a", "b"), "86400"), MAY_24))
        .isEqualTo("403 SignatureDoesNotMatch");
  }

  @ParameterizedTest
  @CsvSource({
    "-900, ''",
    "900, ''",
    "-901, 403 RequestTimeTooSkewed",
    "901, 403 RequestTimeTooSkewed"
  })
  void aRequestIsGoodForAQuarterOfAnHourBothWays(long seconds, String expected) {
    assertThat(code(range(), MAY_24.plusSeconds(seconds))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE /test.txt", "GET /test.txt2", "GET /test.txt?versionId=1"})
  void anotherVerbKeyOrQuestionIsRefused(String asked) {
    String[] both = asked.split(" ", 2);
    S3Request other = request(both[0], both[1], "", range().headers());
    assertThat(code(other, MAY_24)).isEqualTo("403 SignatureDoesNotMatch");
  }

  @ParameterizedTest
  @CsvSource({
    "range, bytes=0-10, 403 SignatureDoesNotMatch",
    "host, other.s3.amazonaws.com, 403 SignatureDoesNotMatch",
    "x-amz-date, 20130524T000001Z, 403 SignatureDoesNotMatch",
    "x-amz-date, 20130525T000000Z, 400 AuthorizationHeaderMalformed",
    "x-amz-content-sha256, UNSIGNED-PAYLOAD, 403 SignatureDoesNotMatch",
    "x-amz-acl, public-read, 403 AccessDenied",
    "authorization, Basic dGVzdA==, 403 AccessDenied",
    "user-agent, somebody, ''"
  })
  void aChangedHeaderIsRefusedWhenItIsSignedOrAmazons(String name, String value, String expected) {
    var headers = new HashMap<>(range().headers());
    headers.put(name, value);
    assertThat(code(request("GET", "/test.txt", "", headers), MAY_24)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"authorization", "x-amz-date", "x-amz-content-sha256"})
  void withoutItsProofARequestIsRefused(String name) {
    var headers = new HashMap<>(range().headers());
    headers.remove(name);
    assertThat(code(request("GET", "/test.txt", "", headers), MAY_24))
        .isEqualTo("403 AccessDenied");
  }

  @Test
  void otherKeysAreRefused() {
    assertThat(code("AKIAIOSFODNN7EXAMPLE", "other", range(), MAY_24))
        .isEqualTo("403 SignatureDoesNotMatch");
    assertThat(code("other", "other", range(), MAY_24)).isEqualTo("403 InvalidAccessKeyId");
  }

  private static S3Request range() {
    var headers = Map.of("range", "bytes=0-9", "x-amz-content-sha256", EMPTY);
    return signed(request("GET", "/test.txt", "", headers), RANGE);
  }

  private static S3Request address(String signature, String seconds) {
    String uri =
        "/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=%s&X-Amz-Date=20130524T000000Z"
            + "&X-Amz-Expires=%s&X-Amz-SignedHeaders=host&X-Amz-Signature=%s";
    return request(
        "GET",
        uri.formatted(SCOPE.replace("/", "%2F"), seconds, signature),
        "",
        Map.of("host", "examplebucket.s3.amazonaws.com"));
  }

  private static S3Request request(
      String verb, String uri, String body, Map<String, String> headers) {
    var parsed = URI.create(uri);
    Map<String, String> query =
        Arrays.stream(Optional.ofNullable(parsed.getQuery()).orElse("").split("&"))
            .filter(pair -> !pair.isEmpty())
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    return new S3Request(
        parsed, verb, "bucket", "key", query, headers, body.getBytes(StandardCharsets.US_ASCII));
  }

  /** With Amazon's host and date, and all headers signed. */
  private static S3Request signed(S3Request request, String signature) {
    var headers = new HashMap<>(request.headers());
    headers.putIfAbsent("host", "examplebucket.s3.amazonaws.com");
    headers.put("x-amz-date", "20130524T000000Z");
    String names = headers.keySet().stream().sorted().collect(Collectors.joining(";"));
    headers.put(
        "authorization",
        "AWS4-HMAC-SHA256 Credential=%s,SignedHeaders=%s,Signature=%s"
            .formatted(SCOPE, names, signature));
    return new S3Request(
        request.uri(), request.verb(), "bucket", "key", request.query(), headers, request.body());
  }

  private static String code(S3Request request, Instant now) {
    return code("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", request, now);
  }

  private static String code(String access, String secret, S3Request request, Instant now) {
    return new Signature(access, secret, InstantSource.fixed(now))
        .refusal(request)
        .map(reply ->
            reply.status()
                + " "
                + new String(reply.body(), StandardCharsets.UTF_8)
                    .replaceAll(".*<Code>(.*)</Code>.*", "$1"))
        .orElse("");
  }
}
