package dailyreport.application.cache;

import dailyreport.domain.cache.Outcome;
import dailyreport.domain.cache.TtlPolicy;
import dailyreport.domain.cache.Validity;
import dailyreport.domain.market.Instrument;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A report is fresh until its exchange has closed and settled again; a cap in hours may shorten
 * that. Rules and figures: cache.md, section 3.
 */
public final class SessionTtlPolicy implements TtlPolicy {
  private static final Duration INCOMPLETE = Duration.ofHours(1);
  private static final Duration TEMPLATE = Duration.ofMinutes(30);
  private static final Duration NEGATIVE = Duration.ofMinutes(10);

  /** Share of a cap, and the most, that jitter takes off, so that caps do not all end at once. */
  private static final int JITTER_SHARE = 20;

  private static final Duration MOST_JITTER = Duration.ofMinutes(10);
  private static final int JITTER_STEPS = 1_000;

  private static final double REFRESH_AHEAD = 0.8;

  private final Sessions sessions;
  private final Function<Ticker, Instrument> listed;
  private final Optional<Duration> cap;
  private final Supplier<String> generations;

  private SessionTtlPolicy(
      Sessions sessions,
      Function<Ticker, Instrument> listed,
      Optional<Duration> cap,
      Supplier<String> generations) {
    this.sessions = sessions;
    this.listed = listed;
    this.cap = cap;
    this.generations = generations;
  }

  /**
   * The session alone decides.
   *
   * @param listed the instrument of every ticker of the list, with the cap of its class
   * @param generations random ids of generations
   */
  public static SessionTtlPolicy of(
      Sessions sessions, Function<Ticker, Instrument> listed, Supplier<String> generations) {
    return new SessionTtlPolicy(sessions, listed, Optional.empty(), generations);
  }

  /** The same with a cap on every lifetime. */
  public SessionTtlPolicy cappedAt(Duration ttl) {
    return new SessionTtlPolicy(sessions, listed, Optional.of(ttl), generations);
  }

  @Override
  public Validity mint(ReportKey key, Instant startedAt, Outcome outcome) {
    String generation = generations.get();
    if (outcome == Outcome.NEGATIVE) {
      Instant until = startedAt.plus(NEGATIVE);
      return new Validity(startedAt, until, until, generation);
    }
    Duration life = life(key, outcome);
    Instant capped = startedAt.plus(life).minus(jitter(key, life));
    Instant close = sessions.nextClose(key.ticker(), startedAt);
    Instant freshUntil = close.isBefore(capped) ? close : capped;
    return new Validity(startedAt, freshUntil, freshUntil.plus(Validity.GRACE), generation);
  }

  /** The sessions this policy goes by. */
  Sessions sessions() {
    return sessions;
  }

  /**
   * Whether a fresh report is worth making again before it ends: past 80 % of a life that ends by
   * the hours. One that ends with the session is not: a new one would hold the same session.
   */
  boolean refreshDue(ReportKey key, Validity validity, Instant now) {
    if (!validity.freshUntil().isBefore(sessions.nextClose(key.ticker(), validity.startedAt()))) {
      return false;
    }
    Duration life = Duration.between(validity.startedAt(), validity.freshUntil());
    Duration most = Duration.ofMillis((long) (life.toMillis() * REFRESH_AHEAD));
    return !now.isBefore(validity.startedAt().plus(most));
  }

  private Duration life(ReportKey key, Outcome outcome) {
    Duration life =
        switch (outcome) {
          case COMPLETE -> Validity.LONGEST_FRESH;
          case INCOMPLETE -> INCOMPLETE;
          case TEMPLATE -> TEMPLATE;
          case NEGATIVE -> NEGATIVE;
        };
    OptionalInt hours = listed.apply(key.ticker()).freshHours();
    if (hours.isPresent()) {
      life = shorter(life, Duration.ofHours(hours.getAsInt()));
    }
    return cap.isPresent() ? shorter(life, cap.get()) : life;
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  /** A function of the key alone, so that all instances mint the same validity. */
  private static Duration jitter(ReportKey key, Duration life) {
    Duration most = shorter(life.dividedBy(JITTER_SHARE), MOST_JITTER);
    return most.multipliedBy(Math.floorMod(key.toString().hashCode(), JITTER_STEPS))
        .dividedBy(JITTER_STEPS);
  }
}
