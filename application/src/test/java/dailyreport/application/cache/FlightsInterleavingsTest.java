package dailyreport.application.cache;

import static dailyreport.application.cache.TakingTurns.check;
import static dailyreport.application.cache.TakingTurns.together;
import static dailyreport.contract.Examples.KEY;

import dailyreport.application.cache.CacheAnswer.Failed;
import dailyreport.application.port.Deadline;
import dailyreport.contract.Examples;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Single flight (I5) in many of the orders in which two threads can take turns. */
@Tag("interleavings")
class FlightsInterleavingsTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Examples.NOW);
  private static final Deadline PATIENCE = new Deadline(Examples.NOW.plusSeconds(60));

  /** Single flight, as far as these tests need it. */
  private interface SingleFlight {
    CacheAnswer join(Supplier<CacheAnswer> load);
  }

  @Test
  void i5TwoLoadsOfAKeyAreNeverInTheAirAtOnce() {
    TakingTurns.play(() -> twoCallers(flights()));
  }

  @Test
  void getThenPutWouldLetBothFlyAndIsCaught() {
    TakingTurns.assertCaught(() -> twoCallers(getThenPut()), "loads at once: 2");
  }

  @Test
  void aFollowerIsReleasedByALeaderThatEndsInABugAndLeavesNoFlightBehind() {
    TakingTurns.play(FlightsInterleavingsTest::aLeaderWithABug);
  }

  private static void twoCallers(SingleFlight flights) {
    var inTheAir = new AtomicInteger();
    var most = new AtomicInteger();
    var loads = new AtomicInteger();
    Supplier<CacheAnswer> load =
        () -> {
          most.accumulateAndGet(inTheAir.incrementAndGet(), Math::max);
          var answer = new Failed("load " + loads.incrementAndGet());
          inTheAir.decrementAndGet();
          return answer;
        };
    var answers = new CacheAnswer[2];
    together(() -> answers[0] = flights.join(load), () -> answers[1] = flights.join(load));
    check(most.get() == 1, "loads at once: " + most);
    for (CacheAnswer answer : answers) {
      check(answer instanceof Failed, "an answer that no load gave: " + answer);
    }
    check(
        loads.get() == 2 || answers[0] == answers[1],
        "one load, but answers " + answers[0] + " and " + answers[1]);
  }

  private static void aLeaderWithABug() {
    var flights = new Flights(CLOCK, UNTIL_IT_ENDS);
    var follower = new CacheAnswer[1];
    together(
        () -> {
          try {
            flights.join(
                KEY,
                0,
                PATIENCE,
                () -> {
                  throw new IllegalStateException("a bug");
                });
          } catch (IllegalStateException expected) {
            check("a bug".equals(expected.getMessage()), "another bug");
          }
        },
        () -> follower[0] = flights.join(KEY, 0, PATIENCE, () -> new Failed("made")).answer());
    check(follower[0] instanceof Failed, "the follower got " + follower[0]);
    check(
        flights.join(KEY, 0, PATIENCE, () -> new Failed("next")).own(),
        "a flight that has landed is still in the map");
  }

  private static SingleFlight flights() {
    var flights = new Flights(CLOCK, UNTIL_IT_ENDS);
    return load -> flights.join(KEY, 0, PATIENCE, load).answer();
  }

  /** The mistake that {@code putIfAbsent} avoids. */
  private static SingleFlight getThenPut() {
    ConcurrentMap<String, CompletableFuture<CacheAnswer>> inTheAir = new ConcurrentHashMap<>();
    return load -> {
      CompletableFuture<CacheAnswer> other = inTheAir.get("flight");
      if (other != null) {
        return other.join();
      }
      var own = new CompletableFuture<CacheAnswer>();
      inTheAir.put("flight", own);
      CacheAnswer answer = load.get();
      inTheAir.remove("flight", own);
      own.complete(answer);
      return answer;
    };
  }

  /** Lincheck schedules the threads, so that nobody needs a time-out. */
  private static final Waiting UNTIL_IT_ENDS =
      new Waiting() {
        @Override
        public void pause(Duration time) {
          throw new AssertionError("nobody pauses here");
        }

        @Override
        public boolean ends(Future<?> work, Duration atMost) throws InterruptedException {
          try {
            work.get();
            return true;
          } catch (ExecutionException e) {
            throw new AssertionError(e);
          }
        }
      };
}
