package dailyreport.contract;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.InvalidationLog;
import dailyreport.application.port.PortException;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.cache.Validity;
import dailyreport.domain.cache.Watermarks;
import dailyreport.domain.cache.Watermarks.CutOff;
import dailyreport.domain.market.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an {@link InvalidationLog} promises. */
public interface InvalidationLogContract {

  /** An empty log; the same one within a test. */
  InvalidationLog log();

  /** The clock that it reads. */
  TestClock clock();

  @Test
  default void emptyLogHidesNothing() {
    assertThat(log().current(soon())).isEqualTo(Watermarks.none());
  }

  @Test
  default void raisedCutOffIsReadBack() {
    Watermarks raised = raise(new Scope.OfTicker(KEY.ticker()), Strength.HARD);
    assertThat(raised.hides(KEY, clock().instant().minusMillis(1))).isTrue();
    assertThat(raised.hides(KEY, clock().instant())).isFalse();
    assertThat(log().current(soon())).isEqualTo(raised);
  }

  @Test
  default void everyScopeAndStrengthIsReadBack() {
    var scopes =
        List.of(
            new Scope.All(),
            new Scope.OfTicker(KEY.ticker()),
            new Scope.OfSession(KEY.session()),
            new Scope.OfKey(KEY));
    for (Scope scope : scopes) {
      for (Strength strength : Strength.values()) {
        raise(scope, strength);
        assertThat(log().current(soon()).cutOffs())
            .contains(new CutOff(scope, strength, clock().instant()));
      }
    }
    assertThat(log().current(soon()).cutOffs()).hasSize(8);
  }

  @Test
  default void epochGrowsByOneWithEveryRaise() {
    assertThat(raise(new Scope.All(), Strength.SOFT).epoch()).isEqualTo(1);
    assertThat(raise(new Scope.All(), Strength.SOFT).epoch()).isEqualTo(2);
    assertThat(log().current(soon()).epoch()).isEqualTo(2);
  }

  @Test
  default void repeatedRaiseMovesTheCutOffForwardAndNeverBack() {
    Instant first = clock().instant();
    raise(new Scope.All(), Strength.HARD);
    clock().set(first.plusSeconds(5));
    raise(new Scope.All(), Strength.HARD);
    clock().set(first.minusSeconds(5));
    assertThat(raise(new Scope.All(), Strength.HARD).cutOffs())
        .containsExactly(new CutOff(new Scope.All(), Strength.HARD, first.plusSeconds(5)));
  }

  @Test
  default void concurrentRaisesAllSurvive() {
    Together.run(4, i -> raise(new Scope.OfTicker(new Ticker("T" + i)), Strength.HARD));
    Watermarks all = log().current(soon());
    assertThat(all.epoch()).isEqualTo(4);
    assertThat(all.cutOffs())
        .extracting(CutOff::scope)
        .containsExactlyInAnyOrder(
            new Scope.OfTicker(new Ticker("T0")),
            new Scope.OfTicker(new Ticker("T1")),
            new Scope.OfTicker(new Ticker("T2")),
            new Scope.OfTicker(new Ticker("T3")));
  }

  @Test
  default void cutOffThatNoEntryCanMeetAnyMoreIsDropped() {
    raise(new Scope.OfKey(KEY), Strength.SOFT);
    raise(new Scope.OfTicker(KEY.ticker()), Strength.HARD);
    clock().advance(Validity.LONGEST_FRESH.plus(Validity.GRACE).plusMillis(1));
    raise(new Scope.All(), Strength.SOFT);
    // The hard one stays: a link to a PDF from before it may still be opened.
    assertThat(log().current(soon()).cutOffs())
        .extracting(CutOff::scope)
        .containsExactlyInAnyOrder(new Scope.OfTicker(KEY.ticker()), new Scope.All());
  }

  @Test
  default void nothingIsAskedOnceTheDeadlineOfTheLogHasPassed() {
    var gone = new Deadline(clock().instant());
    for (Runnable deed :
        List.<Runnable>of(
            () -> log().current(gone), () -> log().raise(new Scope.All(), Strength.HARD, gone))) {
      assertThatExceptionOfType(PortException.Cache.class)
          .isThrownBy(deed::run)
          .satisfies(seen -> assertThat(seen.fault()).isEqualTo(Fault.TIMEOUT));
    }
    assertThat(log().current(soon())).isEqualTo(Watermarks.none());
  }

  private Watermarks raise(Scope scope, Strength strength) {
    return log().raise(scope, strength, soon());
  }

  private Deadline soon() {
    return Deadline.in(Duration.ofSeconds(30), clock().instant());
  }
}
