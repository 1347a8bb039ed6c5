package dailyreport.adapters.s3;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dailyreport.application.port.Fault;
import dailyreport.application.port.GenerationLease.Claim;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Tags;
import dailyreport.contract.Examples;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.PartName;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;

/** TM18: what an address and a key are good for, on a server that verifies signatures. */
class S3ProxySignaturesTest {
  private static final Duration QUARTER = Duration.ofMinutes(15);

  @AutoClose private final S3ProxyServer s3 = S3ProxyServer.start();
  @AutoClose private final Bench bench = s3.bench();
  private final Part pdf = Examples.parts("0a").getLast();

  @BeforeEach
  void storeBundle() {
    var bundle = Examples.bundle(bench.clock.instant(), "0a");
    bench.tier.sharedCache().commit(bundle, Tags.none(), bench.soon());
  }

  @Test
  void wrongKeysMayNeitherReadNorLease() {
    try (Bench stranger = s3.bench(Bench.ANY_KEYS)) {
      var cache = stranger.tier.sharedCache();
      var thrown =
          catchThrowableOfType(PortException.Cache.class, () -> cache.find(KEY, stranger.soon()));
      assertThat(thrown.fault()).isEqualTo(Fault.PERMISSION);
      assertThat(stranger.tier.generationLease().tryAcquire(KEY, QUARTER, stranger.soon()))
          .isEqualTo(new Claim.Unavailable());
    }
  }

  @Test
  void addressReadsThePdfWithoutKeysAndWithANameForIt() throws IOException {
    HttpURLConnection answer = send("GET", address());
    assertThat(answer.getResponseCode()).isEqualTo(200);
    assertThat(answer.getInputStream().readAllBytes()).isEqualTo(pdf.bytes());
    assertThat(answer.getHeaderField("Content-Disposition"))
        .isEqualTo("inline; filename=\"DBS19-2025-11-11.pdf\"");
    assertThat(answer.getContentType()).isEqualTo("application/pdf");
  }

  @Test
  void addressInAThaiLocaleIsGoodToo() throws IOException {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("th-TH-u-nu-thai"));
    try {
      assertThat(send("GET", address()).getResponseCode()).isEqualTo(200);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void tm18AddressOfAnotherKeyIsRefused() throws IOException {
    String record =
        address().toString().replace(S3Keys.part(KEY, PartName.PDF), S3Keys.record(KEY));
    assertThat(send("GET", URI.create(record)).getResponseCode()).isEqualTo(403);
  }

  @Test
  void tm18AddressIsNotGoodForWriting() throws IOException {
    for (String verb : new String[] {"PUT", "DELETE"}) {
      assertThat(send(verb, address()).getResponseCode()).as(verb).isEqualTo(403);
    }
    assertThat(bench.tier.sharedCache().part(KEY, pdf.ref(), bench.soon())).isPresent();
  }

  @Test
  void tm18AddressWhoseLifeIsStretchedIsRefused() throws IOException {
    String stretched = address().toString().replace("X-Amz-Expires=900", "X-Amz-Expires=9000");
    assertThat(stretched).contains("9000");
    assertThat(send("GET", URI.create(stretched)).getResponseCode()).isEqualTo(403);
  }

  @Test
  void tm18AddressWithAnotherSignatureIsRefused() throws IOException {
    String address = address().toString();
    int at = address.indexOf("X-Amz-Signature=") + "X-Amz-Signature=".length();
    char other = address.charAt(at) == '0' ? '1' : '0';
    String forged = address.substring(0, at) + other + address.substring(at + 1);
    assertThat(send("GET", URI.create(forged)).getResponseCode()).isEqualTo(403);
  }

  /**
   * Signed by hand, because the presigner reads the machine's clock; the second proves the first.
   */
  @Test
  void addressIsRefusedOnceItsLifeIsOver() throws IOException {
    Instant now = Instant.now();
    assertThat(send("GET", signedAt(now.minus(Duration.ofMinutes(16)))).getResponseCode())
        .isEqualTo(403);
    assertThat(send("GET", signedAt(now.minus(Duration.ofMinutes(14)))).getResponseCode())
        .isEqualTo(200);
  }

  private URI address() {
    return bench.tier.partLinks().temporary(KEY, PartName.PDF, QUARTER, bench.soon()).orElseThrow();
  }

  private URI signedAt(Instant instant) {
    var request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.GET)
            .uri(s3.endpoint())
            .encodedPath("/" + S3ProxyServer.BUCKET + "/" + S3Keys.part(KEY, PartName.PDF))
            .build();
    return AwsV4HttpSigner.create()
        .sign(sign ->
            sign.request(request)
                .identity(S3ProxyServer.KEYS.resolveCredentials())
                .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "s3")
                .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, false)
                .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, false)
                .putProperty(AwsV4FamilyHttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                .putProperty(
                    AwsV4FamilyHttpSigner.AUTH_LOCATION,
                    AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, QUARTER)
                .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(instant, ZoneOffset.UTC)))
        .request()
        .getUri();
  }

  private static HttpURLConnection send(String verb, URI address) throws IOException {
    var connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setRequestMethod(verb);
    connection.setRequestProperty("Connection", "close");
    return connection;
  }
}
