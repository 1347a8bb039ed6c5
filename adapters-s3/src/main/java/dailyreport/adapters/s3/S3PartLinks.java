package dailyreport.adapters.s3;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.PartLinks;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.ReportKey;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Presigned addresses: GET of one key, for a quarter of an hour at most and never longer than the
 * credentials that sign them are known to live.
 */
final class S3PartLinks implements PartLinks, AutoCloseable {
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /** An address that dies while it is being opened is worse than none: F57. */
  private static final Duration SHORTEST_OF_CREDENTIALS = Duration.ofSeconds(30);

  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private final S3Store store;
  private final Supplier<S3Presigner> presigners;
  private final AwsCredentialsProvider credentials;
  private final String bucket;
  private final InstantSource clock;
  private @Nullable S3Presigner presigner;

  S3PartLinks(
      S3Store store,
      Supplier<S3Presigner> presigners,
      AwsCredentialsProvider credentials,
      String bucket,
      InstantSource clock) {
    this.store = store;
    this.presigners = presigners;
    this.credentials = credentials;
    this.bucket = bucket;
    this.clock = clock;
  }

  /** The chart has no address: its object is base64, which no browser shows. */
  @Override
  public Optional<URI> temporary(ReportKey key, PartName part, Duration atMost, Deadline deadline) {
    if (part == PartName.CHART || atMost.compareTo(SHORTEST) < 0) {
      return Optional.empty();
    }
    Optional<Duration> life = credentialsLeft();
    if (life.isEmpty() || life.get().compareTo(SHORTEST_OF_CREDENTIALS) < 0) {
      return Optional.empty();
    }
    if (!store.head(S3Keys.part(key, part), deadline).exists()) {
      return Optional.empty();
    }
    return Optional.of(sign(key, part, Collections.min(List.of(atMost, LONGEST, life.get()))));
  }

  private URI sign(ReportKey key, PartName part, Duration life) {
    String name = key.ticker() + "-" + key.session() + (part == PartName.PDF ? ".pdf" : ".json");
    return URI.create(
        presigner()
            .presignGetObject(presign ->
                presign
                    .signatureDuration(life)
                    .getObjectRequest(get ->
                        get.bucket(bucket)
                            .key(S3Keys.part(key, part))
                            .responseContentDisposition("inline; filename=\"" + name + "\"")))
            .url()
            .toString());
  }

  /** Built when the first link is opened, for it is of no use to a function that opens none. */
  private synchronized S3Presigner presigner() {
    if (presigner == null) {
      presigner = presigners.get();
    }
    return presigner;
  }

  @Override
  public synchronized void close() {
    if (presigner != null) {
      presigner.close();
    }
  }

  /**
   * Known life of the credentials; our longest when they tell no end, empty without credentials.
   */
  private Optional<Duration> credentialsLeft() {
    try {
      var now = clock.instant();
      return Optional.of(
          credentials
              .resolveCredentials()
              .expirationTime()
              .map(end -> Duration.between(now, end))
              .orElse(LONGEST));
    } catch (SdkClientException e) {
      return Optional.empty();
    }
  }
}
