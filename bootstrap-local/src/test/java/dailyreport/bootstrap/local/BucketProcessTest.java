package dailyreport.bootstrap.local;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.fakes3.FakeS3;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./bot} with a bucket in the place of the folder. */
class BucketProcessTest {
  private static final String RECORD = "cache/reports/AAPL19/2013-12-31/report.json";

  @TempDir Path dir;
  private FakeS3 s3;
  private Bot bot;

  @BeforeEach
  void aBucket() {
    s3 = FakeS3.start();
    bot =
        new Bot(dir.resolve("home"))
            .with("PDF_BUCKET_NAME", FakeS3.BUCKET)
            .with("AWS_ENDPOINT_URL_S3", s3.endpoint().toString())
            .with("AWS_REGION", "ap-southeast-1")
            .with("AWS_ACCESS_KEY_ID", "test")
            .with("AWS_SECRET_ACCESS_KEY", "test-secret");
  }

  @AfterEach
  void closed() {
    s3.close();
  }

  @Test
  void theObjectsOfTheLayoutAppearWithAnExpiryInUtc() throws Exception {
    var run = bot.run("report", "--sample", "--out", dir.resolve("out").toString());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.lines()).contains("source: generated");
    assertThat(s3.keys())
        .containsExactlyInAnyOrder(
            RECORD, "cache/reports/AAPL19/2013-12-31/chart.b64", "reports/AAPL19/2013-12-31.pdf");
    var record = s3.object(RECORD).orElseThrow();
    String expires = record.metadata().get("expires-at");
    assertThat(expires).endsWith("Z");
    assertThat(Instant.parse(expires)).isAfter(Instant.EPOCH);
    assertThat(record.metadata()).containsKeys("usable-until", "generation", "schema");
    assertThat(record.bytes()).isEqualTo(Files.readAllBytes(dir.resolve("out/report.json")));
  }

  @Test
  void anotherMachineIsAnsweredFromTheBucketByOneLookUp() throws Exception {
    bot.run("report", "--sample");
    s3.forgetRequests();
    var other =
        new Bot(dir.resolve("other"))
            .with("PDF_BUCKET_NAME", FakeS3.BUCKET)
            .with("AWS_ENDPOINT_URL_S3", s3.endpoint().toString())
            .with("AWS_REGION", "ap-southeast-1")
            .with("AWS_ACCESS_KEY_ID", "test")
            .with("AWS_SECRET_ACCESS_KEY", "test-secret")
            .run("report", "--sample");
    assertThat(other.lines()).contains("source: shared");
    assertThat(s3.count("GET " + RECORD)).isEqualTo(1);
    assertThat(s3.requests()).noneMatch(request -> request.startsWith("PUT"));
  }

  @Test
  void aBucketThatCannotBeReachedCostsTheTierNotTheReport() throws Exception {
    s3.close();
    var run = bot.run("report", "--sample");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.lines()).contains("source: generated");
    assertThat(run.err()).contains("cache tier shared").doesNotContain("test-secret");
    assertThat(bot.run("report", "--sample").lines()).contains("source: sqlite");
  }
}
