package dailyreport.contract;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it; safe for use from several threads. */
public final class TestClock implements InstantSource {
  private volatile Instant now;

  public TestClock(Instant start) {
    this.now = start;
  }

  /** A clock at {@link Examples#NOW}. */
  public static TestClock atNow() {
    return new TestClock(Examples.NOW);
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Sets the clock, forwards or back. */
  public void set(Instant instant) {
    now = instant;
  }

  /** Moves the clock on. */
  public synchronized void advance(Duration time) {
    now = now.plus(time);
  }
}
