package dailyreport.bootstrap.lambda;

import dailyreport.application.CheckHolidays;
import dailyreport.application.TickerDirectory;
import dailyreport.application.cache.Sessions;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.InvalidationLog;
import dailyreport.application.port.PortException;
import dailyreport.application.port.SharedCache;
import dailyreport.application.port.SpendLedger;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.cache.Watermarks;
import dailyreport.domain.market.Instrument;
import dailyreport.domain.report.Figures;
import dailyreport.domain.report.ReportKey;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/**
 * What a function can know without having seen the other instances: what is in the bucket. How the
 * product was used is in their events, which CloudWatch counts.
 *
 * <p>It only looks. A look through the cache would have every stale report made again.
 */
final class DailyDigest {
  private static final int DAYS = 7;

  /** For all reads; the list has 56 symbols, and a read takes 20 to 50 ms when all is well. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private static final Duration READ = Duration.ofSeconds(2);

  /** What the bucket holds of a symbol's newest session. */
  private enum Held {
    FRESH,
    STALE,
    NONE,
    NOT_READ
  }

  private final SpendLedger spend;
  private final BigDecimal ceilingUsd;
  private final SharedCache shared;
  private final InvalidationLog log;
  private final Sessions sessions;
  private final TickerDirectory directory;
  private final CheckHolidays checkHolidays;
  private final String version;
  private final InstantSource clock;
  private final Instant startedAt;

  /**
   * A digest of this installation.
   *
   * @param ceilingUsd of the model's cost on one Bangkok day, US dollars
   * @param version of the package
   */
  DailyDigest(
      SpendLedger spend,
      BigDecimal ceilingUsd,
      SharedCache shared,
      InvalidationLog log,
      Sessions sessions,
      TickerDirectory directory,
      CheckHolidays checkHolidays,
      String version,
      InstantSource clock) {
    this.spend = spend;
    this.ceilingUsd = ceilingUsd;
    this.shared = shared;
    this.log = log;
    this.sessions = sessions;
    this.directory = directory;
    this.checkHolidays = checkHolidays;
    this.version = version;
    this.clock = clock;
    this.startedAt = clock.instant();
  }

  /** Adds the figures; what cannot be read in time is said to be not read, and costs no more. */
  void addTo(SequencedMap<String, Object> told, Deadline deadline) {
    Deadline end = deadline.atMost(LONGEST, clock.instant());
    told.put("atBangkok", bangkok(clock.instant()));
    told.put("version", version);
    told.put("instanceStartedBangkok", bangkok(startedAt));
    told.put("modelCostUsdByBangkokDay", spentByDay(end));
    told.put("modelCeilingUsdPerDay", ceilingUsd.toPlainString());
    List<Held> held = held(end);
    told.put("symbolsListed", held.size());
    told.put("reportsFresh", count(held, Held.FRESH));
    told.put("reportsStale", count(held, Held.STALE));
    told.put("reportsNone", count(held, Held.NONE));
    told.put("reportsNotRead", count(held, Held.NOT_READ));
    told.put(
        "holidayFilesSoonOver",
        checkHolidays.soonOver().entrySet().stream()
            .map(left -> left.getKey() + " " + left.getValue() + " days left")
            .toList());
  }

  /** Today first. */
  private List<String> spentByDay(Deadline end) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Figures.BANGKOK);
    return IntStream.range(0, DAYS).mapToObj(today::minusDays).map(day -> spent(day, end)).toList();
  }

  private String spent(LocalDate day, Deadline end) {
    try {
      BigDecimal usd = spend.spent(day, soon(end));
      return day + " " + usd.setScale(4, RoundingMode.HALF_UP).toPlainString();
    } catch (PortException.Cache _) {
      return day + " not read";
    }
  }

  private List<Held> held(Deadline end) {
    Optional<Watermarks> watermarks = watermarks(end);
    return directory.all().stream()
        .map(Instrument::ticker)
        .map(ticker -> sessions.newest(ticker, clock.instant()))
        .map(key -> watermarks.map(marks -> held(key, marks, end)).orElse(Held.NOT_READ))
        .toList();
  }

  private Optional<Watermarks> watermarks(Deadline end) {
    try {
      return Optional.of(log.current(soon(end)));
    } catch (PortException.Cache _) {
      return Optional.empty();
    }
  }

  private Held held(ReportKey key, Watermarks watermarks, Deadline end) {
    if (end.passed(clock.instant())) {
      return Held.NOT_READ;
    }
    try {
      return shared.find(key, soon(end)) instanceof SharedCache.Lookup.Found(var entry, _)
          ? worth(entry, watermarks)
          : Held.NONE;
    } catch (PortException.Cache _) {
      return Held.NOT_READ;
    }
  }

  private Held worth(CacheEntry entry, Watermarks watermarks) {
    Instant begun = entry.validity().startedAt();
    if (watermarks.hides(entry.key(), begun)) {
      return Held.NONE;
    }
    Freshness byTime = entry.at(clock.instant());
    return switch (byTime) {
      case FRESH -> watermarks.stales(entry.key(), begun) ? Held.STALE : Held.FRESH;
      case STALE -> Held.STALE;
      case EXPIRED, NEGATIVE -> Held.NONE;
    };
  }

  private static long count(List<Held> held, Held one) {
    return held.stream().filter(one::equals).count();
  }

  private Deadline soon(Deadline end) {
    return end.atMost(READ, clock.instant());
  }

  private static String bangkok(Instant at) {
    return at.atZone(Figures.BANGKOK).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString();
  }
}
