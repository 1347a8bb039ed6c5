package dailyreport.bootstrap.lambda;

import dailyreport.adapters.secretsmanager.ServiceKeys;
import dailyreport.application.DailyBudget;
import dailyreport.application.cache.Backend;
import dailyreport.application.port.Secret;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All settings of both functions, read from the environment in this one place. A variable that is
 * set but blank counts as not set. The AWS SDK reads some of its own variables itself: region,
 * credentials, endpoints of queues and secrets.
 *
 * @param handler which of the functions this process is, {@code _HANDLER}
 * @param backend which cache tiers are used
 * @param ttl cap on how long a report is fresh, {@code CACHE_TTL_HOURS}
 * @param bucket holds the shared tier; also event claims and PDFs, so no backend does without
 * @param s3Endpoint another store than AWS, addressed by path
 * @param folder of the local tier, in {@code TMPDIR} or {@code /tmp}
 * @param pdfUrlLife upper bound of a presigned address
 * @param queue address of the job queue
 * @param deadLetters address of the queue where jobs that were given up leave a letter
 * @param keys of LINE, OpenAI and Twelve Data, or where they are
 * @param openAiModel model's name
 * @param openAiFallback model in its place when the provider does not know it
 * @param dailyBudgetUsd ceiling of the model's cost on one Bangkok day
 * @param openAiBase stand-in for the provider
 * @param yahooBase stand-in for all Yahoo hosts
 * @param twelveDataBase stand-in for Twelve Data
 * @param lineBase stand-in for LINE
 * @param linePushFallback whether a dead reply token may be replaced by a push
 * @param priceTable file in place of the bundled model prices
 * @param chartTheme colours of the phone chart
 * @param metricNamespace under which CloudWatch keeps the metrics of this installation
 */
record Config(
    Handler handler,
    Backend backend,
    Optional<Duration> ttl,
    String bucket,
    Optional<S3Endpoint> s3Endpoint,
    Path folder,
    Duration pdfUrlLife,
    URI queue,
    URI deadLetters,
    Keys keys,
    String openAiModel,
    Optional<String> openAiFallback,
    BigDecimal dailyBudgetUsd,
    Optional<URI> openAiBase,
    Optional<URI> yahooBase,
    Optional<URI> twelveDataBase,
    Optional<URI> lineBase,
    boolean linePushFallback,
    Optional<Path> priceTable,
    Theme chartTheme,
    String metricNamespace) {

  /** Models in the order in which they are tried. */
  List<String> openAiModels() {
    return Stream.concat(Stream.of(openAiModel), openAiFallback.stream()).toList();
  }

  private static final List<String> LITERAL_KEYS =
      List.of(
          "LINE_CHANNEL_SECRET",
          "LINE_CHANNEL_ACCESS_TOKEN",
          "OPENAI_API_KEY",
          "TWELVEDATA_API_KEY");

  /** The two functions of the one package. */
  enum Handler {
    WEBHOOK,
    WORKER
  }

  /** Colours of the phone chart. */
  enum Theme {
    LIGHT,
    DARK
  }

  /** Where a store other than AWS is, and the region that its signatures carry. */
  record S3Endpoint(URI address, String region) {}

  /** The keys, or the name of the secret that holds them. */
  sealed interface Keys {
    /** To be read when the function starts. */
    record InSecret(String name) implements Keys {}

    /** Given as variables, for tests and stand-ins. */
    record Given(ServiceKeys keys) implements Keys {}
  }

  private enum Switch {
    ON,
    OFF
  }

  /**
   * Reads the environment.
   *
   * @throws InputException naming every variable that is missing or has a wrong value, never the
   *     value
   */
  static Config from(Map<String, String> env) {
    var read = new Environment(env);
    var config =
        new Config(
            read.requiredOneOf("_HANDLER", Handler.class),
            read.oneOf("CACHE_BACKEND", Backend.class, Backend.HYBRID),
            read.as("CACHE_TTL_HOURS", "hours from 1 to 96", Environment.hours(96)),
            read.required("PDF_BUCKET_NAME", "a bucket name", Environment::bucket, ""),
            s3Endpoint(read),
            Path.of(read.text("TMPDIR").orElse("/tmp"), "dailyreport"),
            read.as("PDF_URL_EXPIRATION_HOURS", "hours from 1 to 168", Environment.hours(168))
                .orElse(Duration.ofDays(1)),
            queue(read, "JOB_QUEUE_URL"),
            queue(read, "DEAD_LETTER_QUEUE_URL"),
            keys(read),
            read.text("OPENAI_MODEL").orElse("gpt-4o"),
            read.text("OPENAI_FALLBACK_MODEL"),
            read.as("DAILY_BUDGET_USD", "US dollars from 0 to 1000", Environment::usd)
                .orElse(DailyBudget.DEFAULT_USD),
            read.service("OPENAI_BASE_URL"),
            read.service("YAHOO_BASE_URL"),
            read.service("TWELVEDATA_BASE_URL"),
            read.service("LINE_API_BASE_URL"),
            read.oneOf("LINE_PUSH_FALLBACK", Switch.class, Switch.OFF) == Switch.ON,
            read.as("PRICE_TABLE", "a readable file", Environment::file),
            read.oneOf("CHART_THEME", Theme.class, Theme.LIGHT),
            read.as("METRIC_NAMESPACE", "letters, digits, . _ - and /", Environment::namespace)
                .orElse("dailyreport"));
    read.complain();
    return config;
  }

  private static URI queue(Environment read, String name) {
    return read.required(name, Environment.ADDRESS, Environment::address, URI.create(""));
  }

  private static Optional<S3Endpoint> s3Endpoint(Environment read) {
    return read.service("AWS_ENDPOINT_URL_S3")
        .map(address ->
            new S3Endpoint(
                address,
                read.required(
                    "AWS_REGION", "a region beside AWS_ENDPOINT_URL_S3", text -> text, "")));
  }

  private static Keys keys(Environment read) {
    Optional<String> secret = read.text("SECRET_NAME");
    if (secret.isPresent()) {
      for (String name : LITERAL_KEYS) {
        if (read.text(name).isPresent()) {
          read.fault(name, "no value beside SECRET_NAME");
        }
      }
      return new Keys.InSecret(secret.get());
    }
    return new Keys.Given(
        new ServiceKeys(
            key(read, "LINE_CHANNEL_SECRET"),
            key(read, "LINE_CHANNEL_ACCESS_TOKEN"),
            read.as("OPENAI_API_KEY", Environment.KEY, Environment::key),
            read.as("TWELVEDATA_API_KEY", Environment.KEY, Environment::key)));
  }

  private static Secret key(Environment read, String name) {
    return read.required(
        name, Environment.KEY + ", or SECRET_NAME", Environment::key, new Secret("none"));
  }
}
