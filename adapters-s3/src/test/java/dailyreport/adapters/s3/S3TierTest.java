package dailyreport.adapters.s3;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.Secret;
import dailyreport.application.port.SharedCache.Commit;
import dailyreport.application.port.Tags;
import dailyreport.contract.Examples;
import dailyreport.domain.report.PartName;
import dailyreport.fakes3.FakeS3;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The three ways to open the tier, each with one commit and one link. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class S3TierTest {
  private static final InstantSource MACHINE = InstantSource.system();
  private static final EventLog NOBODY = event -> {};

  @AutoClose private final FakeS3 s3 = FakeS3.start();

  @Test
  void settingsOfTheSdkAreEnoughToOpenABucket() {
    var settings =
        Map.of(
            "aws.endpointUrlS3", s3.endpoint().toString(),
            "aws.region", "ap-southeast-1",
            "aws.accessKeyId", "test-id",
            "aws.secretAccessKey", "test-key");
    assertWorks(settings, () -> S3Tier.open(FakeS3.BUCKET, new TextCodec(), MACHINE, NOBODY));
  }

  @Test
  void credentialsComeFromTheSdksChainWhenOnlyTheEndpointIsGiven() {
    assertWorks(
        Map.of("aws.accessKeyId", "test-id", "aws.secretAccessKey", "test-key"),
        () ->
            S3Tier.openAt(
                s3.endpoint(), "us-east-1", FakeS3.BUCKET, new TextCodec(), MACHINE, NOBODY));
  }

  @Test
  void keysMayBeGiven() {
    assertWorks(
        Map.of(),
        () ->
            S3Tier.openAt(
                s3.endpoint(),
                "us-east-1",
                FakeS3.BUCKET,
                "test-id",
                new Secret("test-key"),
                new TextCodec(),
                MACHINE,
                NOBODY));
  }

  /** Its timers would be such: each request would wake one, only to be called off. */
  @Test
  void requestsNeedNoThreadOfTheSdk() {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    try (var bench = Bench.on(s3)) {
      bench.tier.sharedCache().find(KEY, bench.soon());
      var made = new HashSet<>(Thread.getAllStackTraces().keySet());
      made.removeAll(before);
      assertThat(made).extracting(Thread::getName).noneMatch(name -> name.startsWith("sdk-"));
    }
  }

  private void assertWorks(Map<String, String> settings, Supplier<S3Tier> open) {
    settings.forEach(System::setProperty);
    try (S3Tier tier = open.get()) {
      Deadline soon = Deadline.in(Duration.ofSeconds(30), MACHINE.instant());
      var bundle = Examples.bundle(Examples.NOW, "0a");
      assertThat(tier.sharedCache().commit(bundle, Tags.none(), soon))
          .isInstanceOf(Commit.Committed.class);
      assertThat(tier.partLinks().temporary(KEY, PartName.PDF, Duration.ofMinutes(1), soon))
          .hasValueSatisfying(link -> {
            assertThat(link.getAuthority()).isEqualTo(s3.endpoint().getAuthority());
            assertThat(link.getPath())
                .isEqualTo("/" + FakeS3.BUCKET + "/reports/DBS19/2025-11-11.pdf");
          });
    } finally {
      settings.keySet().forEach(System::clearProperty);
    }
    assertThat(s3.keys()).hasSize(4);
  }
}
