package dailyreport.contract;

import dailyreport.application.cache.SessionTtlPolicy;
import dailyreport.application.cache.Sessions;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.NegativeReason;
import dailyreport.domain.cache.Outcome;
import dailyreport.domain.cache.Validity;
import dailyreport.domain.market.Exchange;
import dailyreport.domain.market.Instrument;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.market.TradingCalendar;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/** A generation and its life, drawn from a seed. */
record DrawnLife(
    long seed,
    Exchange exchange,
    OptionalInt classHours,
    Optional<Duration> cap,
    ReportKey key,
    Instant start,
    Outcome outcome,
    Random random) {
  /** Length of the years for which there are holiday files. */
  static final Duration SPAN = Duration.ofDays(3 * 365);

  private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
  private static final TradingCalendar CALENDAR = TradingCalendar.bundled();

  /** Made once: a report is costly to make up. */
  private static final Report REPORT = Examples.report();

  static DrawnLife of(long seed) {
    var random = new Random(seed);
    Exchange[] exchanges = Exchange.values();
    int[] hours = {6, 24, 72};
    return new DrawnLife(
        seed,
        exchanges[random.nextInt(exchanges.length)],
        random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(hours[random.nextInt(3)]),
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(Duration.ofMinutes(1 + random.nextInt(9_000))),
        new ReportKey(
            new Ticker("T" + random.nextInt(10_000)),
            LocalDate.of(2025, 1, 1).plusDays(random.nextInt(1_000))),
        FIRST.plusNanos(random.nextLong(SPAN.toNanos())),
        Outcome.values()[random.nextInt(Outcome.values().length)],
        random);
  }

  SessionTtlPolicy policy() {
    return cap.map(this::capped).orElseGet(this::uncapped);
  }

  SessionTtlPolicy capped(Duration most) {
    return uncapped().cappedAt(most);
  }

  SessionTtlPolicy uncapped() {
    var underlying = Examples.instrument("T0", "T.X", exchange, "USD").underlying();
    Function<Ticker, Instrument> listed =
        ticker -> new Instrument(ticker, underlying, "Example", classHours);
    return SessionTtlPolicy.of(Sessions.of(CALENDAR, listed), listed, () -> "0");
  }

  Validity minted() {
    return policy().mint(key, start, outcome);
  }

  Instant close() {
    return closeAfter(start);
  }

  Instant closeAfter(Instant instant) {
    return CALENDAR.nextClose(exchange, instant);
  }

  CacheEntry entry() {
    return outcome == Outcome.NEGATIVE
        ? new CacheEntry.Negative(
            Examples.KEY, NegativeReason.UNKNOWN_TICKER, Optional.empty(), minted())
        : new CacheEntry.Positive(Examples.KEY, REPORT, minted());
  }

  /** The shortest of all caps: cache.md, section 3, written down a second time. */
  Duration life() {
    Duration most =
        switch (outcome) {
          case COMPLETE -> Duration.ofHours(96);
          case INCOMPLETE -> Duration.ofHours(1);
          case TEMPLATE -> Duration.ofMinutes(30);
          case NEGATIVE -> Duration.ofMinutes(10);
        };
    return Stream.of(
            Optional.of(most),
            outcome == Outcome.NEGATIVE ? Optional.<Duration>empty() : cap,
            classHours.isPresent() && outcome != Outcome.NEGATIVE
                ? Optional.of(Duration.ofHours(classHours.getAsInt()))
                : Optional.<Duration>empty())
        .flatMap(Optional::stream)
        .min(Duration::compareTo)
        .orElseThrow();
  }
}
