package dailyreport.application.cache;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.LincheckAssertionError;

/** Two threads in many of the orders in which they can take turns; Lincheck is the scheduler. */
final class TakingTurns {
  /** What a build has time for; get-then-put is not found in 10 orders, but is in these. */
  private static final int ORDERS = 100;

  /** The search ends with the first order that shows the mistake. */
  private static final int ORDERS_UNTIL_CAUGHT = 2_000;

  private TakingTurns() {}

  /**
   * Plays a scene.
   *
   * @throws LincheckAssertionError with the order in which it threw
   */
  static void play(Runnable scene) {
    Lincheck.runConcurrentTest(ORDERS, scene);
  }

  /** Plays a scene with a mistake planted in it, which is said in the words of {@link #check}. */
  static void assertCaught(Runnable scene, String mistake) {
    assertThatThrownBy(() -> Lincheck.runConcurrentTest(ORDERS_UNTIL_CAUGHT, scene))
        .isInstanceOf(LincheckAssertionError.class)
        .hasMessageContaining(mistake);
  }

  /** Inside a scene: runs both, each in a thread of its own, to their ends. */
  static void together(Runnable one, Runnable other) {
    var first = new Thread(one);
    var second = new Thread(other);
    first.start();
    second.start();
    try {
      first.join();
      second.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Inside a scene, whose classes Lincheck rewrites: cheaper than an assertion library. */
  static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
