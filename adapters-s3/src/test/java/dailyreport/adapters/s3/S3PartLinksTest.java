package dailyreport.adapters.s3;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.Tags;
import dailyreport.contract.Examples;
import dailyreport.domain.report.PartName;
import dailyreport.fakes3.FakeS3;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;

/** F57 and TM18: how long an address lives, and when none is made. */
class S3PartLinksTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @AutoClose private final FakeS3 s3 = FakeS3.start();
  @AutoClose private final Bench bench = Bench.on(s3);

  @BeforeEach
  void storeBundle() {
    var bundle = Examples.bundle(bench.clock.instant(), "0a");
    bench.tier.sharedCache().commit(bundle, Tags.none(), bench.soon());
    s3.forgetRequests();
  }

  @Test
  void addressLivesAQuarterOfAnHourAtMost() {
    assertThat(seconds(bench, HOUR)).isEqualTo(900);
  }

  @Test
  void addressLivesNoLongerThanAsked() {
    assertThat(seconds(bench, Duration.ofSeconds(90))).isEqualTo(90);
  }

  @Test
  void tm18AddressLivesNoLongerThanTheCredentials() {
    try (Bench ending = Bench.on(s3, ending(Duration.ofMinutes(5)))) {
      assertThat(seconds(ending, HOUR)).isEqualTo(300);
    }
  }

  @Test
  void f57CredentialsThatAreNearlyExpiredSignNothing() {
    try (Bench ending = Bench.on(s3, ending(Duration.ofSeconds(29)))) {
      assertThat(link(ending, HOUR)).isEmpty();
    }
    assertThat(s3.requests()).isEmpty();
  }

  @Test
  void f57WithoutCredentialsThereIsNoAddress() {
    AwsCredentialsProvider none =
        () -> {
          throw SdkClientException.create("no credentials here");
        };
    try (Bench nobody = Bench.on(s3, none)) {
      assertThat(link(nobody, HOUR)).isEmpty();
    }
  }

  @Test
  void chartHasNoAddressBecauseItsObjectIsBase64() {
    assertThat(bench.tier.partLinks().temporary(KEY, PartName.CHART, HOUR, bench.soon())).isEmpty();
    assertThat(s3.requests()).isEmpty();
  }

  @Test
  void addressNamesOneKeyAndTheFileThatABrowserShows() {
    URI link = link(bench, HOUR).orElseThrow();
    assertThat(link.getPath()).isEqualTo("/" + FakeS3.BUCKET + "/reports/DBS19/2025-11-11.pdf");
    assertThat(query(link))
        .containsEntry("response-content-disposition", "inline; filename=\"DBS19-2025-11-11.pdf\"")
        .containsEntry("X-Amz-SignedHeaders", "host");
  }

  private AwsCredentialsProvider ending(Duration life) {
    Instant end = bench.clock.instant().plus(life);
    return () ->
        AwsSessionCredentials.builder()
            .accessKeyId("test-id")
            .secretAccessKey("test-key")
            .sessionToken("test-token")
            .expirationTime(end)
            .build();
  }

  private static Optional<URI> link(Bench bench, Duration atMost) {
    return bench.tier.partLinks().temporary(KEY, PartName.PDF, atMost, bench.soon());
  }

  private static long seconds(Bench bench, Duration atMost) {
    return Long.parseLong(query(link(bench, atMost).orElseThrow()).get("X-Amz-Expires"));
  }

  private static Map<String, String> query(URI link) {
    return Arrays.stream(link.getQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }
}
