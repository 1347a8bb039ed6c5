package dailyreport.bootstrap.local;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.AppEvent.Tier;
import dailyreport.application.port.Fault;
import dailyreport.contract.Examples;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.report.Usage;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheStatsTest {
  @TempDir Path home;
  private Told bot;
  private EventFile log;

  @BeforeEach
  void anEmptyHome() {
    bot = new Told(home);
    log = bot.desk().eventFile();
  }

  @Test
  void anEmptyLogSaysSo() {
    var run = bot.run("cache", "stats");
    assertThat(run.code()).isZero();
    assertThat(run.lines())
        .containsExactly(
            "no events yet in " + home + ": nothing was asked of the cache",
            "sqlite holds 0 entries in 0 KB");
  }

  @Test
  void theTableAddsUpToTheEventsOfTheLog() {
    hit(Tier.LOCAL, Freshness.FRESH, 2);
    hit(Tier.LOCAL, Freshness.FRESH, 4);
    hit(Tier.LOCAL, Freshness.STALE, 6);
    hit(Tier.LOCAL, Freshness.NEGATIVE, 8);
    miss(Tier.LOCAL, 1);
    miss(Tier.LOCAL, 1);
    miss(Tier.LOCAL, 1);
    miss(Tier.LOCAL, 1);
    hit(Tier.SHARED, Freshness.FRESH, 30);
    miss(Tier.SHARED, 25);
    miss(Tier.SHARED, 1_500);
    log.record(new AppEvent.CacheError(Tier.SHARED, "get", Fault.TIMEOUT));
    log.record(new AppEvent.Backfill(Tier.LOCAL, Examples.KEY));
    made(Optional.of(new BigDecimal("0.03")));
    made(Optional.of(new BigDecimal("0.05")));
    made(Optional.empty());

    assertThat(bot.run("cache", "stats").out())
        .isEqualTo(
            """
            tier    look-ups  hits  stale  absent  misses  ratio  failures
            sqlite         8     4      1       1       4   50 %         0
            shared         3     1      0       0       2   25 %         1
            (stale reports and known absences are hits; the ratio of shared is of sqlite's misses)
            latency      p50         p95  n  backfills
            sqlite    1.0 ms      8.0 ms  8          1
            shared   30.0 ms  1,500.0 ms  3          0
            generations 3, avoided 4
            model cost 0.0800 USD (and 1 of unknown cost), a generation 0.0400 USD, saved 0.1600 USD
            sqlite holds 0 entries in 0 KB
            """);
  }

  @Test
  void withoutAMeasuredGenerationMoneyIsUnknown() {
    hit(Tier.LOCAL, Freshness.FRESH, 2);
    assertThat(bot.run("cache", "stats").out())
        .contains("generations 0, avoided 1", "a generation unknown, saved unknown");
  }

  @Test
  void clearForgetsTheFiguresToo() {
    hit(Tier.LOCAL, Freshness.FRESH, 2);
    assertThat(bot.run("cache", "clear").out()).isEqualTo("cleared\n");
    assertThat(bot.run("cache", "stats").out()).startsWith("no events yet");
  }

  private void hit(Tier tier, Freshness freshness, long millis) {
    log.record(
        new AppEvent.CacheHit(
            tier, Examples.KEY, freshness, Duration.ZERO, Duration.ofMillis(millis)));
  }

  private void miss(Tier tier, long millis) {
    log.record(new AppEvent.CacheMiss(tier, Examples.KEY, Duration.ofMillis(millis)));
  }

  private void made(Optional<BigDecimal> cost) {
    log.record(
        new AppEvent.Generated(
            Examples.KEY,
            "complete",
            Duration.ofSeconds(60),
            new Usage("scripted", "1", 1, 1, 0, 1, cost)));
  }
}
