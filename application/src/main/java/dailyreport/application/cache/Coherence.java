package dailyreport.application.cache;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.InvalidationLog;
import dailyreport.application.port.PortException;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.cache.Watermarks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What this instance knows of invalidations, at most a window old. While the log cannot be read the
 * last copy decides; after ten minutes, or without any copy, it is not trusted any more.
 */
final class Coherence {
  /** How old knowledge of the shared tier may be. */
  static final Duration WINDOW = Duration.ofSeconds(60);

  private static final Duration UNREADABLE = Duration.ofMinutes(10);

  /** Time between attempts while the log cannot be read. */
  private static final Duration RETRY = Duration.ofSeconds(10);

  private final InvalidationLog log;
  private final TierAccess access;
  private final InstantSource clock;
  private final ReentrantLock reading = new ReentrantLock();
  private final AtomicLong questions = new AtomicLong();
  private volatile Known known = new Known(Watermarks.none(), Instant.MIN, Instant.MIN, 0);

  /**
   * What was learned last.
   *
   * @param readAt when
   * @param triedAt when the log was asked last, in vain or not
   * @param questions asked by then
   */
  private record Known(Watermarks watermarks, Instant readAt, Instant triedAt, long questions) {}

  Coherence(Tiers tiers, TierAccess access, InstantSource clock) {
    this.log = tiers.log();
    this.access = access;
    this.clock = clock;
  }

  /** Changes with every invalidation this instance has heard of. */
  long epoch() {
    return known.watermarks().epoch();
  }

  /** Reads the log when knowledge is older than a window; one caller reads for all. */
  void refresh(Deadline deadline) {
    if (!due()) {
      return;
    }
    try {
      long patience = deadline.remaining(clock.instant()).toMillis();
      if (reading.tryLock(patience, TimeUnit.MILLISECONDS)) {
        try {
          if (due()) {
            read(deadline);
          }
        } finally {
          reading.unlock();
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Reads the log whatever is known; without an answer the last copy stands. */
  void read(Deadline deadline) {
    long question = questions.incrementAndGet();
    access
        .ask("watermarks", deadline, () -> current(deadline))
        .ifPresent(watermarks -> learn(watermarks, question));
  }

  private Watermarks current(Deadline deadline) {
    try {
      return log.current(deadline);
    } catch (RuntimeException e) {
      triedInVain();
      throw e;
    }
  }

  /**
   * Raises a cut-off.
   *
   * @throws PortException.Cache when the log did not take it
   */
  void raise(Scope scope, Strength strength, Deadline deadline) {
    long question = questions.incrementAndGet();
    learn(log.raise(scope, strength, deadline), question);
  }

  /** Whether a look at the shared tier is recent enough. */
  boolean recent(Instant checkedAt) {
    return age(checkedAt).compareTo(WINDOW) <= 0;
  }

  /** Watermarks as known. */
  Watermarks watermarks() {
    return known.watermarks();
  }

  /** Whether they are recent enough for anything to count as fresh. */
  boolean trusted() {
    return age(known.readAt()).compareTo(UNREADABLE) < 0;
  }

  private boolean due() {
    Known current = known;
    return age(current.readAt()).compareTo(WINDOW) > 0
        && age(current.triedAt()).compareTo(RETRY) > 0;
  }

  /** An instant that lies ahead is as far away as one behind: the clock was set back. */
  private Duration age(Instant instant) {
    return Duration.between(instant, clock.instant()).abs();
  }

  /**
   * An older answer that arrives late never undoes a newer one. A smaller epoch in an answer that
   * is not late is that of a log begun anew.
   */
  private synchronized void learn(Watermarks answer, long question) {
    boolean late = question <= known.questions();
    Watermarks newest =
        late && answer.epoch() < known.watermarks().epoch() ? known.watermarks() : answer;
    Instant now = clock.instant();
    known = new Known(newest, now, now, questions.get());
  }

  private synchronized void triedInVain() {
    known = new Known(known.watermarks(), known.readAt(), clock.instant(), known.questions());
  }
}
