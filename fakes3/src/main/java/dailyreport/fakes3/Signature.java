package dailyreport.fakes3;

import static dailyreport.fakes3.Digests.bytes;
import static dailyreport.fakes3.Digests.hex;
import static dailyreport.fakes3.Digests.hmac;
import static dailyreport.fakes3.Digests.sha256;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The check of Signature Version 4 as Amazon publishes it for S3 ("Authenticating Requests (AWS
 * Signature Version 4)" in the S3 API reference), written from that text and not with the SDK.
 */
final class Signature {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssX", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final Duration SKEW = Duration.ofMinutes(15);
  private static final long LONGEST_LIFE = Duration.ofDays(7).toSeconds();

  private final String accessKey;
  private final String secretKey;
  private final InstantSource clock;

  Signature(String accessKey, String secretKey, InstantSource clock) {
    this.accessKey = accessKey;
    this.secretKey = secretKey;
    this.clock = clock;
  }

  /** What S3 answers instead of doing it; empty when the request is its sender's, and unchanged. */
  Optional<S3Reply> refusal(S3Request request) {
    return SignedForm.of(request)
        .map(form -> refusal(request, form))
        .orElseGet(() -> no(403, "AccessDenied"));
  }

  private Optional<S3Reply> refusal(S3Request request, SignedForm form) {
    List<String> scope = form.credential();
    if (!scope.getFirst().equals(accessKey)) {
      return no(403, "InvalidAccessKeyId");
    }
    if (scope.size() != 5
        || !form.time().startsWith(scope.get(1) + "T")
        || !scope.subList(3, 5).equals(List.of("s3", "aws4_request"))) {
      return no(400, "AuthorizationHeaderMalformed");
    }
    boolean amazonsAreSigned =
        request.headers().keySet().stream()
            .filter(name -> name.startsWith("x-amz-"))
            .allMatch(form.headers()::contains);
    if (!form.headers().contains("host") || !amazonsAreSigned) {
      return no(403, "AccessDenied");
    }
    if (!hex(signed(form, form.canonical(request))).equals(form.signature())) {
      return no(403, "SignatureDoesNotMatch");
    }
    return untimely(form).or(() -> otherBody(request, form));
  }

  private byte[] signed(SignedForm form, String canonical) {
    return hmac(
        key(form),
        String.join(
            "\n", SignedForm.ALGORITHM, form.time(), scope(form), hex(sha256(bytes(canonical)))));
  }

  /** The key of that day, region and service. */
  private byte[] key(SignedForm form) {
    byte[] key = bytes("AWS4" + secretKey);
    for (String part : form.credential().subList(1, 5)) {
      key = hmac(key, part);
    }
    return key;
  }

  static String scope(SignedForm form) {
    return String.join("/", form.credential().subList(1, 5));
  }

  private Optional<S3Reply> untimely(SignedForm form) {
    Instant signed;
    try {
      signed = TIME.parse(form.time(), Instant::from);
    } catch (DateTimeParseException e) {
      return no(403, "AccessDenied");
    }
    Instant now = clock.instant();
    boolean early = now.isBefore(signed.minus(SKEW));
    if (form.life().isEmpty()) {
      return early || now.isAfter(signed.plus(SKEW))
          ? no(403, "RequestTimeTooSkewed")
          : Optional.empty();
    }
    long life = form.life().get();
    if (life > LONGEST_LIFE) {
      return no(400, "AuthorizationQueryParametersError");
    }
    return early || now.isAfter(signed.plusSeconds(life))
        ? no(403, "AccessDenied")
        : Optional.empty();
  }

  private Optional<S3Reply> otherBody(S3Request request, SignedForm form) {
    String payload = form.payload();
    if (payload.equals(SignedForm.UNSIGNED)
        || payload.equals("STREAMING-UNSIGNED-PAYLOAD-TRAILER")) {
      return Optional.empty();
    }
    if (payload.startsWith("STREAMING-" + SignedForm.ALGORITHM + "-PAYLOAD")) {
      var chunks = new ChunkSignatures(key(form), form);
      return chunks.match(request.body()) ? Optional.empty() : no(403, "SignatureDoesNotMatch");
    }
    return payload.equals(hex(sha256(request.body())))
        ? Optional.empty()
        : no(400, "XAmzContentSHA256Mismatch");
  }

  private static Optional<S3Reply> no(int status, String code) {
    return Optional.of(S3Reply.error(status, code));
  }
}
