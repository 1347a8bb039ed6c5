package dailyreport.adapters.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/**
 * Sends bodies to one standard queue.
 *
 * <p>The SDK is the one layer that retries: one second attempt after a dropped connection, a
 * throttle or a 5xx. An attempt whose answer was lost may have been accepted, so a body can be
 * there twice, also after a {@link Fault#TIMEOUT}.
 */
final class SqsSender {
  private final SqsClient client;
  private final URI queueUrl;
  private final InstantSource clock;

  SqsSender(SqsClient client, URI queueUrl, InstantSource clock) {
    this.client = client;
    this.queueUrl = queueUrl;
    this.clock = clock;
  }

  /** With region and credentials of the environment; where requests go is the builder's matter. */
  static SqsSender open(SqsClientBuilder builder, URI queueUrl, InstantSource clock) {
    return open(builder, EnvironmentVariableCredentialsProvider.create(), queueUrl, clock);
  }

  static SqsSender open(
      SqsClientBuilder builder,
      AwsCredentialsProvider credentials,
      URI queueUrl,
      InstantSource clock) {
    try {
      credentials.resolveCredentials(); // Absent keys are told at start, not by the first job.
      return new SqsSender(builder.credentialsProvider(credentials).build(), queueUrl, clock);
    } catch (SdkClientException e) {
      throw new PortException.Queue(
          Fault.CONFIG,
          "SQS client: region or credentials are not in the environment; set AWS_REGION,"
              + " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
          e);
    }
  }

  /** All that is ours to decide about the client, apart from where it goes and as whom. */
  static SqsClientBuilder clientBuilder() {
    return SqsClient.builder()
        // The SDK's check of the digest writes the whole body into its debug log; send() checks.
        .checksumValidationEnabled(false)
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(Duration.ofMillis(300)) // faults.md section 2, as for S3
                .socketTimeout(Duration.ofSeconds(2)))
        .overrideConfiguration(config ->
            config.retryStrategy(retry ->
                retry
                    .maxAttempts(2)
                    // Short: the webhook grants 400 ms for everything.
                    .backoffStrategy(
                        BackoffStrategy.exponentialDelay(
                            Duration.ofMillis(50), Duration.ofMillis(100)))));
  }

  /**
   * Sends a body.
   *
   * @param delaySeconds 0 to 900
   * @throws PortException.Queue when it was not accepted as it is
   */
  void send(String body, int delaySeconds, Deadline deadline) {
    Duration left = deadline.remaining(clock.instant());
    if (left.isZero()) {
      throw new PortException.Queue(Fault.TIMEOUT, SqsFaults.ATTEMPT + ": no time left", null);
    }
    if (!accepted(body, delaySeconds, left).equals(md5(body))) {
      throw new PortException.Queue(
          Fault.CORRUPT, SqsFaults.ATTEMPT + ": accepted a body with another digest", null);
    }
  }

  /** Sends a body and tells the digest of what SQS took. */
  private String accepted(String body, int delaySeconds, Duration left) {
    try {
      var answer =
          client.sendMessage(message ->
              message
                  .queueUrl(queueUrl.toString())
                  .messageBody(body)
                  .delaySeconds(delaySeconds)
                  .overrideConfiguration(call -> call.apiCallTimeout(left)));
      return String.valueOf(answer.md5OfMessageBody());
    } catch (SdkException e) {
      throw SqsFaults.of(e);
    }
  }

  private static String md5(String body) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("MD5").digest(body.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has MD5", e);
    }
  }
}
