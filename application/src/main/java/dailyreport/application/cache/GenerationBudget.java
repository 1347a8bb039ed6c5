package dailyreport.application.cache;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Bounds what people can make us spend, in memory and for one instance, best effort: new reports a
 * requester, and model calls at once. Only a generation is charged, never a hit. Holds keyed hashes
 * and forgets them after a day.
 */
public final class GenerationBudget {
  /** New reports for one requester in an hour. */
  public static final int AN_HOUR = 10;

  /** New reports for one requester in a day. */
  public static final int A_DAY = 30;

  /** Model calls at once. */
  public static final int MODEL_CALLS_AT_ONCE = 4;

  private final InstantSource clock;
  private final Semaphore modelCalls = new Semaphore(MODEL_CALLS_AT_ONCE);
  private final Map<Requester, Deque<Instant>> charged = new HashMap<>();

  /** A budget with nothing spent. */
  public GenerationBudget(InstantSource clock) {
    this.clock = clock;
  }

  /** The right to one of the model calls that may run at once; give it back by closing it. */
  public interface ModelSlot extends AutoCloseable {
    /** Whether it was had. */
    boolean granted();

    @Override
    void close();
  }

  /** Charges a new report, if the requester has one left. */
  public synchronized boolean charge(Requester requester) {
    if (requester.keyedHash().isEmpty()) {
      return true;
    }
    Instant now = clock.instant();
    charged.values().forEach(instants -> dropBefore(instants, now.minus(Duration.ofDays(1))));
    charged.values().removeIf(Deque::isEmpty);
    Deque<Instant> mine = charged.computeIfAbsent(requester, _ -> new ArrayDeque<>());
    Instant hourAgo = now.minus(Duration.ofHours(1));
    long lastHour = mine.stream().filter(instant -> instant.isAfter(hourAgo)).count();
    if (lastHour >= AN_HOUR || mine.size() >= A_DAY) {
      return false;
    }
    mine.addLast(now);
    return true;
  }

  /** Takes the newest charge back, when nothing was made for it. */
  public synchronized void refund(Requester requester) {
    Deque<Instant> mine = charged.get(requester);
    if (mine != null) {
      mine.pollLast();
    }
  }

  /** Waits for a model slot, at most that long; zero asks without waiting. */
  public ModelSlot modelSlot(Duration atMost) throws InterruptedException {
    boolean granted = modelCalls.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
    return new ModelSlot() {
      @Override
      public boolean granted() {
        return granted;
      }

      @Override
      public void close() {
        if (granted) {
          modelCalls.release();
        }
      }
    };
  }

  private static void dropBefore(Deque<Instant> instants, Instant oldest) {
    while (!instants.isEmpty() && !instants.peekFirst().isAfter(oldest)) {
      instants.pollFirst();
    }
  }
}
