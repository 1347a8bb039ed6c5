package dailyreport.bootstrap.local.simulator;

import dailyreport.bootstrap.local.serve.Json;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What happened in the conversation, the last 500 things of it, for pages that watch. */
public final class Feed {
  private static final int MOST = 500;

  /**
   * One thing that happened.
   *
   * @param id larger than that of everything before, also before a restart
   * @param event its kind
   * @param data a JSON object in one line
   */
  public record Entry(long id, String event, String data) {}

  private final InstantSource clock;
  private final Deque<Entry> ring = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long last;
  private boolean closed;

  /** An empty feed. */
  public Feed(InstantSource clock) {
    this.clock = clock;
    this.last = clock.instant().toEpochMilli();
  }

  /** Adds an entry with the instant at which it happened, which is now. */
  public void add(String event, Map<String, ?> fields) {
    var data = new LinkedHashMap<String, Object>();
    data.put("at", clock.instant().toString());
    data.putAll(fields);
    String text = Json.text(data);
    lock.lock();
    try {
      ring.addLast(new Entry(++last, event, text));
      if (ring.size() > MOST) {
        ring.removeFirst();
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Entries after that one that are still kept, after waiting for the first of them; empty when
   * there is none by then. An id that was never given asks for all.
   */
  public List<Entry> after(long id, Duration atMost) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long from = id > last ? 0 : id;
      long left = atMost.toNanos();
      while (!closed && !knowsMoreThan(from) && left > 0) {
        left = changed.awaitNanos(left);
      }
      return ring.stream().filter(entry -> entry.id() > from).toList();
    } finally {
      lock.unlock();
    }
  }

  private boolean knowsMoreThan(long id) {
    return !ring.isEmpty() && ring.getLast().id() > id;
  }

  /** Whether nothing will be added any more. */
  boolean closed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** Lets everybody go who waits. */
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
