package dailyreport.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dailyreport.application.MarketDataWithBackup;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.MarketData;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Quotes;
import dailyreport.domain.market.Company;
import dailyreport.domain.market.PriceHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** It is a source like any other, so it lives beside the contract that it keeps. */
class MarketDataWithBackupTest implements MarketDataContract {
  private static final Duration TIME = Duration.ofSeconds(12);

  private final TestClock clock = TestClock.atNow();
  private final ScriptedMarketData first =
      new ScriptedMarketData(clock).knowing(ExampleMarket.QUOTES);
  private final ScriptedMarketData second = new ScriptedMarketData(clock).knowing(backup());

  @Override
  public MarketData marketData() {
    return new MarketDataWithBackup(first, second, clock);
  }

  @Override
  public MarketData brokenMarketData() {
    first.failing(Fault.THROTTLED);
    second.failing(Fault.QUOTA);
    return marketData();
  }

  @Test
  void aGoodFirstSourceIsAskedAlone() {
    assertThat(ask()).isEqualTo(ExampleMarket.QUOTES);
    assertThat(second.calls()).isZero();
  }

  @Test
  void whatTheFirstDoesNotKnowIsNotAskedOfTheSecond() {
    assertThat(marketData().quotes(ExampleMarket.UNKNOWN, deadline()))
        .isEqualTo(new Quotes.Unknown());
    assertThat(second.calls()).isZero();
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {
        "TIMEOUT",
        "THROTTLED",
        "TRUNCATED",
        "MALFORMED",
        "TOO_LARGE",
        "INSANE",
        "DENIED",
        "REFUSED",
        "ERROR",
        "BUSY"
      })
  void whateverTheFaultTheSecondAnswersAsAWholeAndUnderItsOwnName(Fault fault) {
    first.failing(fault);

    assertThat(ask()).isEqualTo(backup());
    assertThat(first.calls()).isEqualTo(1);
    assertThat(second.calls()).isEqualTo(1);
  }

  @Test
  void whenBothFailTheFirstOnesFaultIsToldAndEachWasAskedOnce() {
    assertThatThrownBy(() -> brokenMarketData().quotes(ExampleMarket.KNOWN, deadline()))
        .isInstanceOfSatisfying(
            PortException.Market.class, told -> assertThat(told.fault()).isEqualTo(Fault.THROTTLED))
        .satisfies(told -> assertThat(told.getSuppressed()).hasSize(1));
    assertThat(first.calls()).isEqualTo(1);
    assertThat(second.calls()).isEqualTo(1);
  }

  @Test
  void whatTheSecondDoesNotKnowIsNoProofThatNobodyDoes() {
    var empty = new ScriptedMarketData(clock);
    first.failing(Fault.TIMEOUT);

    assertThatThrownBy(() ->
            new MarketDataWithBackup(first, empty, clock).quotes(ExampleMarket.KNOWN, deadline()))
        .isInstanceOfSatisfying(
            PortException.Market.class, told -> assertThat(told.fault()).isEqualTo(Fault.TIMEOUT));
    assertThat(empty.calls()).isEqualTo(1);
  }

  @Test
  void aSlowFirstSourceLeavesTimeForTheSecond() {
    assertThat(timeGivenToTheFirst(TIME)).isEqualTo(Duration.ofSeconds(7));
    assertThat(timeGivenToTheFirst(Duration.ofSeconds(4))).isEqualTo(Duration.ofSeconds(2));
    assertThat(timeGivenToTheFirst(Duration.ZERO)).isZero();
  }

  @Test
  void withoutTimeTheSecondIsNotAsked() {
    MarketData slow =
        (_, _) -> {
          clock.advance(TIME);
          throw new PortException.Market(Fault.TIMEOUT, "too slow", null);
        };

    assertThatThrownBy(() ->
            new MarketDataWithBackup(slow, second, clock).quotes(ExampleMarket.KNOWN, deadline()))
        .hasMessage("too slow");
    assertThat(second.calls()).isZero();
  }

  @Test
  void whoeverIsInterruptedIsNotSentToTheSecond() {
    first.failing(Fault.TIMEOUT);
    Thread.currentThread().interrupt();

    assertThatThrownBy(this::ask).isInstanceOf(PortException.Market.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(second.calls()).isZero();
  }

  private Quotes ask() {
    return marketData().quotes(ExampleMarket.KNOWN, deadline());
  }

  private Duration timeGivenToTheFirst(Duration time) {
    var given = new ArrayList<Duration>();
    Instant now = clock.instant();
    new MarketDataWithBackup(
            (_, deadline) -> {
              given.add(deadline.remaining(now));
              return ExampleMarket.QUOTES;
            },
            second,
            clock)
        .quotes(ExampleMarket.KNOWN, Deadline.in(time, now));
    return given.getFirst();
  }

  private Deadline deadline() {
    return Deadline.in(TIME, clock.instant());
  }

  /** Prices of another source, on other days than the first one's. */
  private static Quotes.Found backup() {
    PriceHistory bars = Examples.history(Examples.DBS, 40, 50, 7);
    return new Quotes.Found(
        Company.named(ExampleMarket.KNOWN.symbol()),
        new PriceHistory(
            bars.underlying(), bars.currency(), "twelvedata", false, bars.bars(), List.of()));
  }
}
