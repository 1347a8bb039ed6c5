package dailyreport.adapters.s3;

import dailyreport.application.port.EventClaims;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.GenerationLease;
import dailyreport.application.port.InvalidationLog;
import dailyreport.application.port.PartLinks;
import dailyreport.application.port.Pause;
import dailyreport.application.port.ReportCodec;
import dailyreport.application.port.Secret;
import dailyreport.application.port.SharedCache;
import dailyreport.application.port.SpendLedger;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * One bucket with everything that instances share. Opened once for a process; all six ports go
 * through one client and may be used from several threads.
 */
public final class S3Tier implements AutoCloseable {
  /** Connect and read: the outer bounds of faults.md, section 2; each call sets closer ones. */
  private static final Duration CONNECT = Duration.ofMillis(300);

  private static final Duration SILENCE = Duration.ofSeconds(3);
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

  private final S3Client client;
  private final S3SharedCache cache;
  private final S3GenerationLease leases;
  private final S3InvalidationLog log;
  private final S3EventClaims claims;
  private final S3PartLinks links;
  private final S3SpendLedger spend;

  private S3Tier(
      S3Client client,
      Supplier<S3Presigner> presigner,
      AwsCredentialsProvider credentials,
      String bucket,
      ReportCodec codec,
      InstantSource clock,
      EventLog events,
      Retries retries) {
    this.client = client;
    var store = new S3Store(client, bucket, retries, events);
    this.cache = new S3SharedCache(store, codec, clock);
    this.leases = new S3GenerationLease(store, clock);
    this.log = new S3InvalidationLog(store, clock);
    this.claims = new S3EventClaims(store);
    this.links = new S3PartLinks(store, presigner, credentials, bucket, clock);
    this.spend = new S3SpendLedger(store);
  }

  /**
   * A bucket at AWS. Region, credentials and endpoint come from the SDK's standard chains, in
   * Lambda from the function's environment. Where {@code AWS_ENDPOINT_URL_S3} is set, {@link
   * #openAt} is the one to call, because other stores want the bucket in the path.
   */
  public static S3Tier open(
      String bucket, ReportCodec codec, InstantSource clock, EventLog events) {
    AwsCredentialsProvider credentials = DefaultCredentialsProvider.builder().build();
    S3Client client =
        S3Client.builder()
            .httpClient(httpClient())
            .credentialsProvider(credentials)
            .overrideConfiguration(it -> it.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .build();
    return new S3Tier(
        client,
        () -> S3Presigner.builder().credentialsProvider(credentials).build(),
        credentials,
        bucket,
        codec,
        clock,
        events,
        retries(clock, events));
  }

  /**
   * A bucket at another endpoint (the value of {@code AWS_ENDPOINT_URL_S3}), addressed by path,
   * with credentials from the SDK's standard chain.
   *
   * @param endpoint https, or http on a loopback host
   * @param region name that signatures carry, such as {@code us-east-1}
   * @throws IllegalArgumentException for plain http to another host
   */
  public static S3Tier openAt(
      URI endpoint,
      String region,
      String bucket,
      ReportCodec codec,
      InstantSource clock,
      EventLog events) {
    var credentials = DefaultCredentialsProvider.builder().build();
    return openAt(
        endpoint,
        region,
        bucket,
        credentials,
        httpClient(),
        codec,
        clock,
        events,
        retries(clock, events));
  }

  /**
   * As {@link #openAt(URI, String, String, ReportCodec, InstantSource, EventLog)}, with keys that
   * never expire: for stores other than AWS, tests and benchmarks.
   */
  public static S3Tier openAt(
      URI endpoint,
      String region,
      String bucket,
      String accessKeyId,
      Secret secretAccessKey,
      ReportCodec codec,
      InstantSource clock,
      EventLog events) {
    var credentials =
        StaticCredentialsProvider.create(
            AwsBasicCredentials.create(accessKeyId, secretAccessKey.value()));
    return openAt(
        endpoint,
        region,
        bucket,
        credentials,
        httpClient(),
        codec,
        clock,
        events,
        retries(clock, events));
  }

  static S3Tier openAt(
      URI endpoint,
      String region,
      String bucket,
      AwsCredentialsProvider credentials,
      SdkHttpClient httpClient,
      ReportCodec codec,
      InstantSource clock,
      EventLog events,
      Retries retries) {
    requireProtected(endpoint);
    S3Client client =
        S3Client.builder()
            .httpClient(httpClient)
            .endpointOverride(endpoint)
            .forcePathStyle(true)
            .region(Region.of(region))
            .credentialsProvider(credentials)
            .overrideConfiguration(it -> it.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .build();
    Supplier<S3Presigner> presigner =
        () ->
            S3Presigner.builder()
                .endpointOverride(endpoint)
                .serviceConfiguration(
                    S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .region(Region.of(region))
                .credentialsProvider(credentials)
                .build();
    return new S3Tier(client, presigner, credentials, bucket, codec, clock, events, retries);
  }

  private static Retries retries(InstantSource clock, EventLog events) {
    return new Retries(clock, events, Pause.real(), 1);
  }

  static SdkHttpClient httpClient() {
    return UrlConnectionHttpClient.builder()
        .connectionTimeout(CONNECT)
        .socketTimeout(SILENCE)
        .build();
  }

  private static void requireProtected(URI endpoint) {
    boolean loopback = LOOPBACK.contains(String.valueOf(endpoint.getHost()));
    if (!"https".equals(endpoint.getScheme())
        && !("http".equals(endpoint.getScheme()) && loopback)) {
      throw new IllegalArgumentException(
          "S3 endpoint must be https, or http on a loopback host: " + endpoint);
    }
  }

  /** The shared tier of the report cache. */
  public SharedCache sharedCache() {
    return cache;
  }

  /** The right to generate, across instances. */
  public GenerationLease generationLease() {
    return leases;
  }

  /** The watermarks. */
  public InvalidationLog invalidationLog() {
    return log;
  }

  /** Which job answers which event. */
  public EventClaims eventClaims() {
    return claims;
  }

  /** Short-lived addresses of parts. */
  public PartLinks partLinks() {
    return links;
  }

  /** What the model has cost today. */
  public SpendLedger spendLedger() {
    return spend;
  }

  /** Gives the connections back; the ports are of no use afterwards. */
  @Override
  public void close() {
    links.close();
    client.close();
  }
}
