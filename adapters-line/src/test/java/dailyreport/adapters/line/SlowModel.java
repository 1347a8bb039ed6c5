package dailyreport.adapters.line;

import dailyreport.application.cache.Waiting;
import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import dailyreport.contract.TestClock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;

/**
 * A model that is still writing when the person's patience is over, without any real waiting: it
 * goes on when the person has been told so. It can be out of order, too.
 */
final class SlowModel {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final TestClock clock;
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch told = new CountDownLatch(1);
  private volatile boolean slow;
  private volatile boolean impatient;
  private volatile boolean broken;

  SlowModel(TestClock clock) {
    this.clock = clock;
  }

  void breaks() {
    broken = true;
  }

  /** From now on, until {@link #goesOn}. */
  void isSlow() {
    slow = true;
    impatient = true;
  }

  void goesOn() {
    slow = false;
    told.countDown();
  }

  /** Called by the narrator while it writes. */
  void writing() {
    begun.countDown();
    if (broken) {
      throw new PortException.Narration(Fault.ERROR, "scripted narrator: out of order", null);
    }
    if (slow) {
      await(told);
    }
  }

  /** Waiting of whoever answers: for a slow model, until the person's patience is over. */
  Waiting patience() {
    return new Waiting() {
      @Override
      public void pause(Duration time) {
        clock.advance(time);
      }

      @Override
      public boolean ends(Future<?> work, Duration atMost) throws InterruptedException {
        if (impatient) {
          impatient = false;
          await(begun);
          clock.advance(atMost);
          return false;
        }
        if (!atMost.isPositive()) {
          return false;
        }
        return Waiting.real().ends(work, LONG);
      }
    };
  }

  /** Waiting of everybody else: pauses move the clock, threads are truly waited for. */
  Waiting others() {
    return new Waiting() {
      @Override
      public void pause(Duration time) {
        clock.advance(time);
      }

      @Override
      public boolean ends(Future<?> work, Duration atMost) throws InterruptedException {
        return Waiting.real().ends(work, LONG);
      }
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
