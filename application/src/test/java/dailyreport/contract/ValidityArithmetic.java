package dailyreport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.cache.SessionTtlPolicy;
import dailyreport.application.port.ReportCodec;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.cache.Outcome;
import dailyreport.domain.cache.Validity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Acceptance line P2 of cache.md, section 10: whatever the exchange, the caps, the outcome and the
 * instant, lives are what section 3 says, and a codec changes nothing about them.
 */
public interface ValidityArithmetic {
  /** Seeds 0 to this. */
  int SEEDS = 500;

  /** The form in which entries are kept. */
  ReportCodec codec();

  private static Stream<DrawnLife> drawn() {
    return IntStream.range(0, SEEDS).mapToObj(DrawnLife::of);
  }

  @Test
  default void p2ALifeBeginsIsFreshAndIsUsableInThatOrder() {
    drawn()
        .forEach(one -> {
          Validity life = one.minted();
          assertThat(life.startedAt()).as(one.toString()).isEqualTo(one.start());
          assertThat(life.freshUntil()).as(one.toString()).isAfter(one.start());
          assertThat(life.usableUntil())
              .as(one.toString())
              .isEqualTo(
                  one.outcome() == Outcome.NEGATIVE
                      ? life.freshUntil()
                      : life.freshUntil().plus(Duration.ofHours(6)));
          assertThat(life.exceedsPolicy()).as(one.toString()).isFalse();
        });
  }

  @Test
  default void p2JitterOnlyShortensAndByAtMostATwentiethOrTenMinutes() {
    drawn()
        .filter(one -> one.outcome() != Outcome.NEGATIVE)
        .forEach(one -> {
          Instant most = one.start().plus(one.life());
          Duration jitter = least(one.life().dividedBy(20), Duration.ofMinutes(10));
          Instant fresh = one.minted().freshUntil();
          assertThat(fresh).as(one.toString()).isBeforeOrEqualTo(least(most, one.close()));
          assertThat(fresh)
              .as(one.toString())
              .isAfterOrEqualTo(least(most.minus(jitter), one.close()));
        });
  }

  @Test
  default void p2JitterIsTheKeysAlone() {
    drawn()
        .filter(one -> one.outcome() != Outcome.NEGATIVE)
        .forEach(one -> {
          Validity here = one.minted();
          Instant later = one.start().plusNanos(one.random().nextLong(DrawnLife.SPAN.toNanos()));
          Validity there = one.policy().mint(one.key(), later, one.outcome());
          boolean bothCapped =
              here.freshUntil().isBefore(one.close())
                  && there.freshUntil().isBefore(one.closeAfter(later));
          if (bothCapped) {
            assertThat(Duration.between(later, there.freshUntil()))
                .as(one.toString())
                .isEqualTo(Duration.between(one.start(), here.freshUntil()));
          }
        });
  }

  @Test
  default void p2AShorterCapNeverLengthensALife() {
    drawn()
        .forEach(one -> {
          Duration cap = Duration.ofMinutes(1 + one.random().nextInt(9_000));
          Instant shorter = fresh(one, one.capped(cap));
          assertThat(shorter)
              .as(one.toString())
              .isBeforeOrEqualTo(fresh(one, one.capped(cap.plusMinutes(one.random().nextInt(600)))))
              .isBeforeOrEqualTo(fresh(one, one.uncapped()));
        });
  }

  @Test
  default void p2AnEntryOnlyGetsOlder() {
    drawn()
        .forEach(one -> {
          CacheEntry entry = one.entry();
          List<Freshness> lived = instants(one).map(entry::at).toList();
          assertThat(lived)
              .as(one.toString())
              .isSortedAccordingTo((a, b) -> Integer.compare(rank(a), rank(b)));
          assertThat(lived.getFirst())
              .as(one.toString())
              .isEqualTo(one.outcome() == Outcome.NEGATIVE ? Freshness.NEGATIVE : Freshness.FRESH);
          assertThat(lived.getLast()).as(one.toString()).isEqualTo(Freshness.EXPIRED);
        });
  }

  @Test
  default void p2ALifeEndsAtItsEndAndNotBefore() {
    drawn()
        .forEach(one -> {
          CacheEntry entry = one.entry();
          Instant fresh = entry.validity().freshUntil();
          Instant usable = entry.validity().usableUntil();
          boolean negative = one.outcome() == Outcome.NEGATIVE;
          assertThat(entry.at(fresh.minusNanos(1)))
              .as(one.toString())
              .isEqualTo(negative ? Freshness.NEGATIVE : Freshness.FRESH);
          assertThat(entry.at(fresh))
              .as(one.toString())
              .isEqualTo(negative ? Freshness.EXPIRED : Freshness.STALE);
          assertThat(entry.at(usable)).as(one.toString()).isEqualTo(Freshness.EXPIRED);
        });
  }

  @Test
  default void p2ACodecChangesNothingAboutALife() {
    ReportCodec codec = codec();
    drawn()
        .forEach(one -> {
          CacheEntry entry = one.entry();
          CacheEntry back = codec.decode(codec.encode(entry));
          assertThat(back.validity()).as(one.toString()).isEqualTo(entry.validity());
          assertThat(instants(one).map(back::at))
              .as(one.toString())
              .containsExactlyElementsOf(instants(one).map(entry::at).toList());
        });
  }

  /** Instants of an entry's time in order: its ends, just before them, and any in between. */
  private static Stream<Instant> instants(DrawnLife one) {
    Validity life = one.minted();
    Instant first = life.startedAt().minus(Validity.CLOCK_TOLERANCE);
    long span = Duration.between(first, life.usableUntil().plusSeconds(3_600)).toNanos();
    var random = new Random(one.seed());
    return Stream.concat(
            Stream.of(
                first,
                life.startedAt(),
                life.freshUntil().minusNanos(1),
                life.freshUntil(),
                life.usableUntil().minusNanos(1),
                life.usableUntil(),
                life.usableUntil().plusSeconds(3_600)),
            random.longs(20, 0, span).mapToObj(first::plusNanos))
        .sorted();
  }

  private static Instant fresh(DrawnLife one, SessionTtlPolicy policy) {
    return policy.mint(one.key(), one.start(), one.outcome()).freshUntil();
  }

  private static int rank(Freshness freshness) {
    return switch (freshness) {
      case FRESH, NEGATIVE -> 0;
      case STALE -> 1;
      case EXPIRED -> 2;
    };
  }

  private static <T extends Comparable<T>> T least(T a, T b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
