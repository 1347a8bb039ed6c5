package dailyreport.bootstrap.local;

import dailyreport.application.port.Pause;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Pauses that last until a test opens the gate, whatever time they say. */
final class Gate implements Pause {
  private final CountDownLatch open = new CountDownLatch(1);
  private final List<Duration> asked = new CopyOnWriteArrayList<>();

  @Override
  public void pause(Duration time) throws InterruptedException {
    if (time.isPositive()) {
      asked.add(time);
      if (!open.await(90, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody opened the gate");
      }
    }
  }

  void open() {
    open.countDown();
  }

  /** Every pause so far that was longer than none. */
  List<Duration> asked() {
    return List.copyOf(asked);
  }
}
