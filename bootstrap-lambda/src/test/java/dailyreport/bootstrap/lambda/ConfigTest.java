package dailyreport.bootstrap.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dailyreport.application.cache.Backend;
import dailyreport.application.port.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTest {
  /** The least that a function on AWS has. */
  private static final Map<String, String> LEAST =
      Map.of(
          "_HANDLER", "webhook",
          "PDF_BUCKET_NAME", "reports-of-ours",
          "JOB_QUEUE_URL", "https://queue.example/jobs",
          "DEAD_LETTER_QUEUE_URL", "https://queue.example/dead-letters",
          "SECRET_NAME", "dailyreport/keys");

  private static Config with(String... namesAndValues) {
    var env = new HashMap<>(LEAST);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      env.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return Config.from(env);
  }

  @Test
  void whatIsNotRequiredHasADefault() {
    var config = Config.from(LEAST);
    assertThat(config.handler()).isEqualTo(Config.Handler.WEBHOOK);
    assertThat(config.backend()).isEqualTo(Backend.HYBRID);
    assertThat(config.ttl()).isEmpty();
    assertThat(config.queue()).isEqualTo(URI.create("https://queue.example/jobs"));
    assertThat(config.deadLetters()).isEqualTo(URI.create("https://queue.example/dead-letters"));
    assertThat(config.folder()).isEqualTo(Path.of("/tmp/dailyreport"));
    assertThat(config.pdfUrlLife()).isEqualTo(Duration.ofDays(1));
    assertThat(config.keys()).isEqualTo(new Config.Keys.InSecret("dailyreport/keys"));
    assertThat(config.openAiModels()).containsExactly("gpt-4o");
    assertThat(config.dailyBudgetUsd()).isEqualByComparingTo("5");
    assertThat(config.linePushFallback()).isFalse();
    assertThat(config.chartTheme()).isEqualTo(Config.Theme.LIGHT);
  }

  @Test
  void everyVariableIsHeard() {
    var config =
        with(
            "_HANDLER", "worker",
            "CACHE_BACKEND", "s3",
            "CACHE_TTL_HOURS", "12",
            "PDF_URL_EXPIRATION_HOURS", "2",
            "TMPDIR", "/var/tmp",
            "AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9000",
            "AWS_REGION", "ap-southeast-7",
            "OPENAI_MODEL", "gpt-4o-mini",
            "OPENAI_FALLBACK_MODEL", "gpt-4.1",
            "DAILY_BUDGET_USD", "0.25",
            "OPENAI_BASE_URL", "https://model.example/v1",
            "YAHOO_BASE_URL", "https://prices.example",
            "TWELVEDATA_BASE_URL", "https://backup.example",
            "LINE_API_BASE_URL", "https://chat.example",
            "LINE_PUSH_FALLBACK", "on",
            "CHART_THEME", "dark",
            "METRIC_NAMESPACE", "dailyreport-two");
    assertThat(config.handler()).isEqualTo(Config.Handler.WORKER);
    assertThat(config.backend()).isEqualTo(Backend.S3);
    assertThat(config.ttl()).contains(Duration.ofHours(12));
    assertThat(config.pdfUrlLife()).isEqualTo(Duration.ofHours(2));
    assertThat(config.folder()).isEqualTo(Path.of("/var/tmp/dailyreport"));
    assertThat(config.s3Endpoint())
        .contains(new Config.S3Endpoint(URI.create("http://127.0.0.1:9000"), "ap-southeast-7"));
    assertThat(config.openAiModels()).containsExactly("gpt-4o-mini", "gpt-4.1");
    assertThat(config.dailyBudgetUsd()).isEqualByComparingTo("0.25");
    assertThat(config.openAiBase()).contains(URI.create("https://model.example/v1"));
    assertThat(config.yahooBase()).contains(URI.create("https://prices.example"));
    assertThat(config.twelveDataBase()).contains(URI.create("https://backup.example"));
    assertThat(config.lineBase()).contains(URI.create("https://chat.example"));
    assertThat(config.linePushFallback()).isTrue();
    assertThat(config.chartTheme()).isEqualTo(Config.Theme.DARK);
  }

  @Test
  void anEmptyEnvironmentIsToldInOneMessageWhatItLacks() {
    assertThatThrownBy(() -> Config.from(Map.of()))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "_HANDLER: expected one of webhook, worker;"
                + " PDF_BUCKET_NAME: expected a bucket name;"
                + " JOB_QUEUE_URL: expected an https address, or http on a loopback address;"
                + " DEAD_LETTER_QUEUE_URL: expected an https address, or http on a loopback address;"
                + " LINE_CHANNEL_SECRET: expected visible ASCII characters without spaces,"
                + " or SECRET_NAME;"
                + " LINE_CHANNEL_ACCESS_TOKEN: expected visible ASCII characters without spaces,"
                + " or SECRET_NAME");
  }

  @Test
  void oneMessageNamesEveryWrongValueAndQuotesNone() {
    assertThatThrownBy(() ->
            with(
                "_HANDLER", "canary",
                "CACHE_BACKEND", "redis-canary",
                "CACHE_TTL_HOURS", "97",
                "PDF_BUCKET_NAME", "../canary",
                "AWS_ENDPOINT_URL_S3", "http://127.0.0.1:1",
                "PDF_URL_EXPIRATION_HOURS", "0",
                "JOB_QUEUE_URL", "http://canary.example",
                "DEAD_LETTER_QUEUE_URL", "canary",
                "OPENAI_BASE_URL", "::",
                "DAILY_BUDGET_USD", "1001",
                "LINE_PUSH_FALLBACK", "perhaps",
                "PRICE_TABLE", "/no/such/canary",
                "CHART_THEME", "pink",
                "METRIC_NAMESPACE", "two words"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "_HANDLER: expected one of webhook, worker;"
                + " CACHE_BACKEND: expected one of hybrid, s3, sqlite, off;"
                + " CACHE_TTL_HOURS: expected hours from 1 to 96;"
                + " PDF_BUCKET_NAME: expected a bucket name;"
                + " AWS_REGION: expected a region beside AWS_ENDPOINT_URL_S3;"
                + " PDF_URL_EXPIRATION_HOURS: expected hours from 1 to 168;"
                + " JOB_QUEUE_URL: expected an https address, or http on a loopback address;"
                + " DEAD_LETTER_QUEUE_URL: expected an https address, or http on a loopback address;"
                + " DAILY_BUDGET_USD: expected US dollars from 0 to 1000;"
                + " OPENAI_BASE_URL: expected an https address, or http on a loopback address;"
                + " LINE_PUSH_FALLBACK: expected one of on, off;"
                + " PRICE_TABLE: expected a readable file;"
                + " CHART_THEME: expected one of light, dark;"
                + " METRIC_NAMESPACE: expected letters, digits, . _ - and /");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LINE_CHANNEL_SECRET",
        "LINE_CHANNEL_ACCESS_TOKEN",
        "OPENAI_API_KEY",
        "TWELVEDATA_API_KEY"
      })
  void aKeyBesideTheNameOfTheSecretIsRefused(String name) {
    assertThatThrownBy(() -> with(name, "canary"))
        .hasMessage(name + ": expected no value beside SECRET_NAME");
  }

  @Test
  void keysMayBeGivenWhereThereIsNoSecretAndAreNeverPrinted() {
    var config =
        with(
            "SECRET_NAME", " ",
            "LINE_CHANNEL_SECRET", "canary-1",
            "LINE_CHANNEL_ACCESS_TOKEN", "canary-2",
            "OPENAI_API_KEY", "canary-3",
            "TWELVEDATA_API_KEY", "canary-4");
    assertThat(config.keys())
        .isInstanceOfSatisfying(
            Config.Keys.Given.class,
            given -> assertThat(given.keys().twelveDataApiKey()).contains(new Secret("canary-4")));
    assertThat(config.toString()).doesNotContain("canary");
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "broken\nline", "ไทย"})
  void aKeyThatCannotStandInAHeaderIsRefusedWithoutQuotingIt(String key) {
    assertThatThrownBy(() ->
            with(
                "SECRET_NAME", "",
                "LINE_CHANNEL_SECRET", "s",
                "LINE_CHANNEL_ACCESS_TOKEN", key))
        .hasMessage(
            "LINE_CHANNEL_ACCESS_TOKEN: expected visible ASCII characters without spaces,"
                + " or SECRET_NAME");
  }
}
