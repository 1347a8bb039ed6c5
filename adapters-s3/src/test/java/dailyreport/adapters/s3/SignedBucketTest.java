package dailyreport.adapters.s3;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dailyreport.application.port.Fault;
import dailyreport.application.port.GenerationLease.Claim;
import dailyreport.application.port.PortException;
import dailyreport.application.port.SharedCache.Commit;
import dailyreport.application.port.SharedCache.Lookup;
import dailyreport.application.port.Tags;
import dailyreport.contract.Examples;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.PartName;
import dailyreport.fakes3.FakeS3;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The tier on the loopback bucket that knows its keys: what passes, what is refused, counted. */
class SignedBucketTest {
  private static final Duration QUARTER = Duration.ofMinutes(15);

  @AutoClose private final FakeS3 s3 = FakeS3.start("test-id", "test-key", InstantSource.system());
  @AutoClose private final Bench bench = Bench.on(s3);
  private final Part pdf = Examples.parts("0a").getLast();

  @BeforeEach
  void storeBundle() {
    var bundle = Examples.bundle(bench.clock.instant(), "0a");
    assertThat(bench.tier.sharedCache().commit(bundle, Tags.none(), bench.soon()))
        .isInstanceOf(Commit.Committed.class);
    assertThat(s3.keys()).hasSize(4);
    s3.forgetRequests();
  }

  @Test
  void whatTheTierAsksIsSigned() {
    var leases = bench.tier.generationLease();
    var held = (Claim.Held) leases.tryAcquire(KEY, QUARTER, bench.soon());
    leases.countCall(held.lease(), bench.soon());
    leases.release(held.lease(), bench.soon());
    assertThat(bench.tier.sharedCache().find(KEY, bench.soon())).isInstanceOf(Lookup.Found.class);
    bench.tier.sharedCache().delete(new Scope.All(), bench.soon());
    assertThat(s3.answers())
        .anyMatch(answer -> answer.matches("PUT .* 200"))
        .anyMatch(answer -> answer.matches("GET .* 200"))
        .anyMatch(answer -> answer.matches("LIST .* 200"))
        .anyMatch(answer -> answer.matches("DELETE .* 204"))
        .noneMatch(answer -> answer.endsWith(" 403") || answer.endsWith(" 400"));
  }

  @Test
  void whatTheSdkCanAskBesideIsSignedToo() {
    var session = AwsSessionCredentials.create("test-id", "test-key", "test-token");
    try (S3Client client = client(StaticCredentialsProvider.create(session))) {
      String key = "odd name/+*~ä?.txt";
      client.putObject(
          it -> it.bucket(FakeS3.BUCKET).key(key).metadata(Map.of("a", "b  c")),
          RequestBody.fromString("x".repeat(300_000)));
      assertThat(client.headObject(it -> it.bucket(FakeS3.BUCKET).key(key)).contentLength())
          .isEqualTo(300_000);
      assertThat(
              client.listObjectsV2(it -> it.bucket(FakeS3.BUCKET).prefix("odd name/")).contents())
          .hasSize(1);
      client.deleteObject(it -> it.bucket(FakeS3.BUCKET).key(key));
    }
    assertThat(s3.answers())
        .extracting(answer -> answer.replaceAll(" .* ", " "))
        .containsExactly("PUT 200", "HEAD 200", "LIST 200", "DELETE 204");
  }

  @Test
  void withAnotherSecretNothingIsReadWrittenOrRemoved() {
    List<String> before = s3.keys();
    try (Bench stranger = Bench.on(s3, keys("test-id", "test-kez"))) {
      var cache = stranger.tier.sharedCache();
      var thrown =
          catchThrowableOfType(PortException.Cache.class, () -> cache.find(KEY, stranger.soon()));
      assertThat(thrown.fault()).isEqualTo(Fault.PERMISSION);
      assertThat(stranger.tier.generationLease().tryAcquire(KEY, QUARTER, stranger.soon()))
          .isEqualTo(new Claim.Unavailable());
    }
    assertThat(s3.keys()).isEqualTo(before);
    assertThat(s3.answers()).hasSize(2).allMatch(answer -> answer.endsWith(" 403"));
  }

  @Test
  void theRefusalHasTheCodeOfS3() {
    try (S3Client client = client(keys("other-id", "test-key"))) {
      assertThatExceptionOfType(S3Exception.class)
          .isThrownBy(() -> client.deleteObject(it -> it.bucket(FakeS3.BUCKET).key("a")))
          .satisfies(refusal -> {
            assertThat(refusal.statusCode()).isEqualTo(403);
            assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("InvalidAccessKeyId");
          });
    }
  }

  @Test
  void withoutASignatureNothingIsShown() throws IOException {
    HttpURLConnection answer =
        send("GET", s3.endpoint().resolve("/" + FakeS3.BUCKET + "/" + S3Keys.record(KEY)));
    assertThat(answer.getResponseCode()).isEqualTo(403);
    assertThat(new String(answer.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("<Code>AccessDenied</Code>")
        .doesNotContain("DBS19");
  }

  @Test
  void anAddressOpensThePdfAndNothingElse() throws IOException {
    HttpURLConnection answer = send("GET", address());
    assertThat(answer.getResponseCode()).isEqualTo(200);
    assertThat(answer.getInputStream().readAllBytes()).isEqualTo(pdf.bytes());
    assertThat(send("DELETE", address()).getResponseCode()).isEqualTo(403);
    assertThat(s3.object(S3Keys.part(KEY, PartName.PDF))).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "reports/DBS19/, cache/reports/DBS19/",
    "X-Amz-Expires=900, X-Amz-Expires=901",
    "X-Amz-Signature=, X-Amz-Signature=0",
    "inline, attachment",
    "test-id, best-id"
  })
  void tm18AChangedAddressIsRefused(String part, String other) throws IOException {
    String changed = address().toString().replace(part, other);
    assertThat(changed).isNotEqualTo(address().toString());
    assertThat(send("GET", URI.create(changed)).getResponseCode()).isEqualTo(403);
    assertThat(s3.answers()).filteredOn(answer -> answer.endsWith(" 403")).hasSize(1);
  }

  private URI address() {
    return bench.tier.partLinks().temporary(KEY, PartName.PDF, QUARTER, bench.soon()).orElseThrow();
  }

  private static AwsCredentialsProvider keys(String id, String secret) {
    return StaticCredentialsProvider.create(AwsSessionCredentials.create(id, secret, "token"));
  }

  private S3Client client(AwsCredentialsProvider keys) {
    return S3Client.builder()
        .httpClient(S3Tier.httpClient())
        .endpointOverride(s3.endpoint())
        .forcePathStyle(true)
        .region(Region.AP_SOUTHEAST_1)
        .credentialsProvider(keys)
        .build();
  }

  private static HttpURLConnection send(String verb, URI address) throws IOException {
    var connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setRequestMethod(verb);
    return connection;
  }
}
