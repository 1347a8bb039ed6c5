package dailyreport.application.cache;

import dailyreport.application.port.Deadline;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;

/** Waits for another instance's generation: at most 12 looks, further and further apart. */
final class OwnerWatch {
  private static final int MOST_LOOKS = 12;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Lookups lookups;
  private final Waiting waiting;
  private final InstantSource clock;
  private final Deadline patience;
  private final Deadline work;
  private Duration pause = FIRST_PAUSE;
  private int looks;
  private boolean interrupted;

  OwnerWatch(
      Lookups lookups, Waiting waiting, InstantSource clock, Deadline patience, Deadline work) {
    this.lookups = lookups;
    this.waiting = waiting;
    this.clock = clock;
    this.patience = patience;
    this.work = work;
  }

  /** The owner's value, if it comes before the lease ends and patience does. */
  Optional<Seen> valueBy(Instant leaseEnd, ReportKey key, Predicate<Seen> enough) {
    do {
      if (givenUp()) {
        return Optional.empty();
      }
      rest(leaseEnd);
      looks++;
      Optional<Seen> theirs = lookups.again(key, enough, work);
      if (theirs.isPresent()) {
        return theirs;
      }
    } while (clock.instant().isBefore(leaseEnd));
    return Optional.empty();
  }

  boolean givenUp() {
    return interrupted || looks >= MOST_LOOKS || patience.passed(clock.instant());
  }

  /** Not longer than the lease or patience lasts, but never so short that it becomes a loop. */
  private void rest(Instant leaseEnd) {
    Instant now = clock.instant();
    Duration time = least(pause, patience.remaining(now));
    if (leaseEnd.isAfter(now)) {
      time = least(time, Duration.between(now, leaseEnd));
    }
    pause = least(pause.multipliedBy(2), LONGEST_PAUSE);
    try {
      waiting.pause(time);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      interrupted = true;
    }
  }

  private static Duration least(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
