package dailyreport.bootstrap.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dailyreport.application.cache.Backend;
import dailyreport.application.port.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTest {
  @Test
  void anEmptyEnvironmentGivesTheDefaults() {
    var config = Config.from(Map.of("HOME", "/home/somchai"));
    assertThat(config.home()).isEqualTo(Path.of("/home/somchai/.cache/dailyreport"));
    assertThat(config.backend()).isEqualTo(Backend.HYBRID);
    assertThat(config.ttl()).isEmpty();
    assertThat(config.openAiModel()).isEqualTo("gpt-4o");
    assertThat(config.openAiKey()).isEmpty();
    assertThat(config.pdfUrlLife()).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void dailyreportHomeWinsOverTheCacheFolderOfTheDesktop() {
    assertThat(Config.from(Map.of("XDG_CACHE_HOME", "/x")).home())
        .isEqualTo(Path.of("/x/dailyreport"));
    assertThat(Config.from(Map.of("XDG_CACHE_HOME", "/x", "DAILYREPORT_HOME", "/d")).home())
        .isEqualTo(Path.of("/d"));
  }

  @Test
  void aBlankVariableCountsAsNotSet() {
    assertThat(Config.from(Map.of("OPENAI_API_KEY", "  ")).openAiKey()).isEmpty();
  }

  @Test
  void aSecondSourceOfPricesNeedsAKeyThatCanStandInAHeader() {
    assertThat(Config.from(Map.of()).twelveDataKey()).isEmpty();
    var config =
        Config.from(
            Map.of(
                "TWELVEDATA_API_KEY", "canary",
                "TWELVEDATA_BASE_URL", "http://127.0.0.1:1"));
    assertThat(config.twelveDataKey()).contains(new Secret("canary"));
    assertThat(config.twelveDataBase()).contains(URI.create("http://127.0.0.1:1"));
    assertThat(config.toString()).doesNotContain("canary");
    assertThatThrownBy(() ->
            Config.from(
                Map.of(
                    "TWELVEDATA_API_KEY", "two\ncanaries",
                    "TWELVEDATA_BASE_URL", "http://backup.example")))
        .hasMessage(
            "TWELVEDATA_API_KEY: expected visible ASCII characters without spaces;"
                + " TWELVEDATA_BASE_URL: expected an https address, or http on a loopback address");
  }

  @Test
  void theModelsMoneyAndItsSubstituteAreHeard() {
    var config = Config.from(Map.of());
    assertThat(config.dailyBudgetUsd()).isEqualByComparingTo("5");
    assertThat(config.openAiModels()).containsExactly("gpt-4o");
    config = Config.from(Map.of("DAILY_BUDGET_USD", "0.25", "OPENAI_FALLBACK_MODEL", "gpt-4.1"));
    assertThat(config.dailyBudgetUsd()).isEqualByComparingTo("0.25");
    assertThat(config.openAiModels()).containsExactly("gpt-4o", "gpt-4.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1e3", "1000.01", "5,0", "five", "NaN", "0x5"})
  void whatIsNoAmountOfDollarsIsRefused(String amount) {
    assertThatThrownBy(() -> Config.from(Map.of("DAILY_BUDGET_USD", amount)))
        .hasMessage("DAILY_BUDGET_USD: expected US dollars from 0 to 1000");
  }

  @Test
  void oneMessageNamesEveryFaultAndNoSecret() {
    assertThatThrownBy(() ->
            Config.from(
                Map.of(
                    "CACHE_BACKEND", "redis",
                    "CACHE_TTL_HOURS", "-1",
                    "PDF_BUCKET_NAME", "../x",
                    "OPENAI_API_KEY", "sk-canary")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "CACHE_BACKEND: expected one of hybrid, s3, sqlite, off;"
                + " CACHE_TTL_HOURS: expected hours from 1 to 96;"
                + " PDF_BUCKET_NAME: expected a bucket name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://127.0.0.1:8080", "http://localhost:1", "http://[::1]:2", "https://proxy"})
  void aServiceMayBeHttpsAnywhereOrHttpOnThisMachine(String address) {
    assertThat(Config.from(Map.of("YAHOO_BASE_URL", address)).yahooBase())
        .contains(URI.create(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com",
        "http://127.0.0.1.evil.example",
        "ftp://127.0.0.1",
        "127.0.0.1:80",
        "::"
      })
  void plainHttpToAnotherMachineIsRefused(String address) {
    assertThatThrownBy(() -> Config.from(Map.of("YAHOO_BASE_URL", address)))
        .hasMessage("YAHOO_BASE_URL: expected an https address, or http on a loopback address");
  }

  @Test
  void theConfigurationPrintsNoSecret() {
    assertThat(Config.from(Map.of("OPENAI_API_KEY", "sk-canary")).toString())
        .doesNotContain("canary");
  }
}
