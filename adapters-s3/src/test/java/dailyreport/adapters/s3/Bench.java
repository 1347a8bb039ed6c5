package dailyreport.adapters.s3;

import dailyreport.application.port.Deadline;
import dailyreport.contract.RecordingEventLog;
import dailyreport.contract.TestClock;
import dailyreport.fakes3.FakeS3;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;

/** A tier on a bucket, with a clock that stands still, recorded events and retries at once. */
final class Bench implements AutoCloseable {
  static final AwsCredentialsProvider ANY_KEYS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("test-id", "test-key"));

  /** Deadlines alone shall end a request here, not the load of the machine. */
  private static final int PATIENCE = 30;

  final TestClock clock = TestClock.atNow();
  final RecordingEventLog events = new RecordingEventLog();
  final S3Tier tier;

  Bench(URI endpoint, String bucket, AwsCredentialsProvider keys, SdkHttpClient http) {
    tier =
        S3Tier.openAt(
            endpoint,
            "us-east-1",
            bucket,
            keys,
            http,
            new TextCodec(),
            clock,
            events,
            new Retries(clock, events, pause -> Thread.yield(), PATIENCE));
  }

  static Bench on(FakeS3 s3) {
    return on(s3, ANY_KEYS);
  }

  static Bench on(FakeS3 s3, AwsCredentialsProvider keys) {
    return new Bench(s3.endpoint(), FakeS3.BUCKET, keys, S3Tier.httpClient());
  }

  Deadline in(Duration time) {
    return Deadline.in(time, clock.instant());
  }

  Deadline soon() {
    return in(Duration.ofSeconds(30));
  }

  @Override
  public void close() {
    tier.close();
  }
}
