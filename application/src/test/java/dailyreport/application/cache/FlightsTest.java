package dailyreport.application.cache;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.cache.CacheAnswer.Failed;
import dailyreport.application.cache.CacheAnswer.Pending;
import dailyreport.application.port.Deadline;
import dailyreport.contract.Examples;
import dailyreport.contract.TestClock;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Joins from inside a load: the outer call flies, the inner one follows. */
class FlightsTest {
  private final TestClock clock = TestClock.atNow();
  private final List<Duration> waits = new ArrayList<>();
  private final Flights flights = new Flights(clock, new OutOfTime());
  private final Deadline patience = Deadline.in(Duration.ofSeconds(45), Examples.NOW);

  @Test
  void aFollowerWhosePatienceEndsIsToldToComeAgain() {
    Flights.Landed leader =
        join(
            KEY,
            0,
            () -> {
              clock.advance(Duration.ofSeconds(5));
              assertThat(join(KEY, 0, () -> new Failed("of nobody")).answer())
                  .isEqualTo(new Pending());
              return new Failed("of the leader");
            });

    assertThat(leader).isEqualTo(new Flights.Landed(new Failed("of the leader"), true));
    assertThat(waits).as("what is left of its patience").containsExactly(Duration.ofSeconds(40));
  }

  @Test
  void aFollowerThatIsCalledOffLeavesAndStaysCalledOff() {
    var interrupted = new ArrayList<Boolean>();
    join(
        KEY,
        0,
        () -> {
          Thread.currentThread().interrupt();
          assertThat(join(KEY, 0, () -> new Failed("of nobody")).answer()).isEqualTo(new Pending());
          interrupted.add(Thread.interrupted());
          return new Failed("of the leader");
        });

    assertThat(interrupted).containsExactly(true);
  }

  @Test
  void anotherKeyAndAnotherEpochFlyOnTheirOwn() {
    var other = new ReportKey(KEY.ticker(), KEY.session().minusDays(1));
    join(
        KEY,
        0,
        () -> {
          assertThat(join(other, 0, () -> new Failed("other key")))
              .isEqualTo(new Flights.Landed(new Failed("other key"), true));
          assertThat(join(KEY, 1, () -> new Failed("other epoch")))
              .isEqualTo(new Flights.Landed(new Failed("other epoch"), true));
          return new Failed("of the leader");
        });

    assertThat(waits).isEmpty();
  }

  @Test
  void afterLandingTheNextOneFlies() {
    join(KEY, 0, () -> new Failed("first"));

    assertThat(join(KEY, 0, () -> new Failed("second")))
        .isEqualTo(new Flights.Landed(new Failed("second"), true));
  }

  private Flights.Landed join(ReportKey key, long epoch, Supplier<CacheAnswer> load) {
    return flights.join(key, epoch, patience, load);
  }

  /** Notes how long a follower would wait, and lets the time be over. */
  private final class OutOfTime implements Waiting {
    @Override
    public void pause(Duration time) {
      throw new AssertionError("nobody pauses here");
    }

    @Override
    public boolean ends(Future<?> work, Duration atMost) throws InterruptedException {
      if (Thread.currentThread().isInterrupted()) {
        Thread.interrupted();
        throw new InterruptedException("as every wait of the JDK");
      }
      waits.add(atMost);
      return false;
    }
  }
}
