package dailyreport.bootstrap.local;

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
 * All settings, read from the environment in this one place. A variable that is set but blank
 * counts as not set.
 *
 * @param home folder of the local state
 * @param backend which cache tiers are used
 * @param ttl cap on how long a report is fresh, {@code CACHE_TTL_HOURS}
 * @param bucket the one bucket; a folder plays the shared tier where it is not set
 * @param openAiKey without one the template writes
 * @param openAiModel model's name
 * @param openAiFallback model in its place when the provider does not know it
 * @param dailyBudgetUsd ceiling of the model's cost on one Bangkok day
 * @param openAiBase stand-in for the provider
 * @param yahooBase stand-in for all Yahoo hosts
 * @param twelveDataKey with one, Twelve Data is asked for prices where Yahoo fails
 * @param twelveDataBase stand-in for Twelve Data
 * @param lineBase stand-in for LINE
 * @param lineChannelSecret signs webhooks and links
 * @param lineChannelToken sends messages
 * @param linePushFallback whether a dead reply token may be replaced by a push
 * @param priceTable file in place of the bundled model prices
 * @param chartTheme {@code light} or {@code dark}
 * @param publicBaseUrl address under which links are reachable
 * @param pdfUrlLife upper bound of a presigned address
 * @param s3Endpoint the SDK's own variable: a store other than AWS, addressed path-style
 * @param awsRegion the SDK's own variable, used with {@code s3Endpoint}; otherwise the SDK decides
 */
record Config(
    Path home,
    Backend backend,
    Optional<Duration> ttl,
    Optional<String> bucket,
    Optional<Secret> openAiKey,
    String openAiModel,
    Optional<String> openAiFallback,
    BigDecimal dailyBudgetUsd,
    Optional<URI> openAiBase,
    Optional<URI> yahooBase,
    Optional<Secret> twelveDataKey,
    Optional<URI> twelveDataBase,
    Optional<URI> lineBase,
    Optional<Secret> lineChannelSecret,
    Optional<Secret> lineChannelToken,
    boolean linePushFallback,
    Optional<Path> priceTable,
    Theme chartTheme,
    Optional<URI> publicBaseUrl,
    Duration pdfUrlLife,
    Optional<URI> s3Endpoint,
    String awsRegion) {

  /** Colours of the phone chart. */
  enum Theme {
    LIGHT,
    DARK
  }

  /** Models in the order in which they are tried. */
  List<String> openAiModels() {
    return Stream.concat(Stream.of(openAiModel), openAiFallback.stream()).toList();
  }

  /** Every variable we read, in the order {@code ./bot doctor} shows them. */
  static final List<String> VARIABLES =
      List.of(
          "DAILYREPORT_HOME",
          "XDG_CACHE_HOME",
          "CACHE_BACKEND",
          "CACHE_TTL_HOURS",
          "PDF_BUCKET_NAME",
          "PDF_URL_EXPIRATION_HOURS",
          "OPENAI_API_KEY",
          "OPENAI_MODEL",
          "OPENAI_FALLBACK_MODEL",
          "OPENAI_BASE_URL",
          "DAILY_BUDGET_USD",
          "PRICE_TABLE",
          "YAHOO_BASE_URL",
          "TWELVEDATA_API_KEY",
          "TWELVEDATA_BASE_URL",
          "LINE_CHANNEL_SECRET",
          "LINE_CHANNEL_ACCESS_TOKEN",
          "LINE_API_BASE_URL",
          "LINE_PUSH_FALLBACK",
          "PUBLIC_BASE_URL",
          "CHART_THEME",
          "AWS_ENDPOINT_URL_S3",
          "AWS_REGION",
          "AWS_ACCESS_KEY_ID",
          "AWS_SECRET_ACCESS_KEY",
          "AWS_REQUEST_CHECKSUM_CALCULATION");

  /**
   * Reads the environment.
   *
   * @throws IllegalArgumentException naming every variable that has a wrong value, without the
   *     value of a secret
   */
  static Config from(Map<String, String> env) {
    var read = new Environment(env);
    var config =
        new Config(
            read.home(),
            read.oneOf("CACHE_BACKEND", Backend.class, Backend.HYBRID),
            read.as("CACHE_TTL_HOURS", "hours from 1 to 96", Environment.hours(96)),
            read.as("PDF_BUCKET_NAME", "a bucket name", Environment::bucket),
            read.secret("OPENAI_API_KEY"),
            read.text("OPENAI_MODEL").orElse("gpt-4o"),
            read.text("OPENAI_FALLBACK_MODEL"),
            read.as("DAILY_BUDGET_USD", "US dollars from 0 to 1000", Environment::usd)
                .orElse(DailyBudget.DEFAULT_USD),
            read.service("OPENAI_BASE_URL"),
            read.service("YAHOO_BASE_URL"),
            read.as("TWELVEDATA_API_KEY", Environment.KEY, Environment::key),
            read.service("TWELVEDATA_BASE_URL"),
            read.service("LINE_API_BASE_URL"),
            read.secret("LINE_CHANNEL_SECRET"),
            read.secret("LINE_CHANNEL_ACCESS_TOKEN"),
            read.oneOf("LINE_PUSH_FALLBACK", Switch.class, Switch.OFF) == Switch.ON,
            read.as("PRICE_TABLE", "a file", Path::of),
            read.oneOf("CHART_THEME", Theme.class, Theme.LIGHT),
            read.service("PUBLIC_BASE_URL"),
            read.as("PDF_URL_EXPIRATION_HOURS", "hours from 1 to 168", Environment.hours(168))
                .orElse(Duration.ofDays(1)),
            read.service("AWS_ENDPOINT_URL_S3"),
            read.text("AWS_REGION").orElse("us-east-1"));
    read.complain();
    return config;
  }

  private enum Switch {
    ON,
    OFF
  }
}
