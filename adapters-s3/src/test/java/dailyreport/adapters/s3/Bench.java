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

/** A tier on a bucket, with a clock that stands still, recorded events and no pauses. */
final class Bench implements AutoCloseable {
  static final AwsCredentialsProvider ANY_KEYS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("test-id", "test-key"));

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
            pause -> Thread.yield());
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
