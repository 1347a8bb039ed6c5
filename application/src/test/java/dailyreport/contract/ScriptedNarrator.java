package dailyreport.contract;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.Narrator;
import dailyreport.application.port.PortException;
import dailyreport.domain.grounding.Violation;
import dailyreport.domain.report.Draft;
import dailyreport.domain.report.FactSheet;
import dailyreport.domain.report.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A narrator that says what a test wrote for it, in order; the last line of the script repeats.
 * Counts calls and keeps what it was asked to repair. Safe for use from several threads.
 */
public final class ScriptedNarrator implements Narrator {
  /** What each call that delivers a draft costs. */
  public static final Usage USAGE =
      new Usage(
          "scripted", "narrative-v2", 1, 2_000, 1_536, 700, Optional.of(new BigDecimal("0.01")));

  private final InstantSource clock;
  private final Deque<Supplier<Draft>> script = new ArrayDeque<>();
  private final List<FactSheet> asked = new ArrayList<>();
  private final List<List<Violation>> repairs = new ArrayList<>();
  private Runnable during = () -> {};

  public ScriptedNarrator(InstantSource clock) {
    this.clock = clock;
  }

  /** Next, delivers this draft. */
  public synchronized ScriptedNarrator writes(Draft draft) {
    script.add(() -> draft);
    return this;
  }

  /** Next, breaks like this. */
  public synchronized ScriptedNarrator fails(Fault fault) {
    return fails(fault, null);
  }

  /** Next, breaks like this, after an answer that told what it cost. */
  public synchronized ScriptedNarrator failsCosting(Fault fault, Usage usage) {
    script.add(() -> {
      throw new PortException.Narration(fault, "scripted narrator: " + fault.label(), null)
          .costing(usage);
    });
    return this;
  }

  /** Next, breaks like this and asks to wait. */
  public synchronized ScriptedNarrator fails(Fault fault, @Nullable Duration retryAfter) {
    script.add(() -> {
      throw new PortException.Narration(
          fault, "scripted narrator: " + fault.label(), null, retryAfter);
    });
    return this;
  }

  /** Runs inside every call, outside of any lock: moves a clock, waits for a latch. */
  public synchronized ScriptedNarrator during(Runnable action) {
    during = action;
    return this;
  }

  /** Calls that reached the model. */
  public synchronized int calls() {
    return asked.size();
  }

  /** What each call was asked to write about. */
  public synchronized List<FactSheet> asked() {
    return List.copyOf(asked);
  }

  /** The violations each repair call was told. */
  public synchronized List<List<Violation>> repairs() {
    return List.copyOf(repairs);
  }

  @Override
  public Written write(FactSheet facts, Deadline deadline) {
    return call(facts, deadline);
  }

  @Override
  public Written repair(
      FactSheet facts, Draft rejected, List<Violation> violations, Deadline deadline) {
    Written written = call(facts, deadline);
    synchronized (this) {
      repairs.add(List.copyOf(violations));
    }
    return written;
  }

  private Written call(FactSheet facts, Deadline deadline) {
    if (deadline.passed(clock.instant())) {
      throw new PortException.Narration(Fault.TIMEOUT, "scripted narrator: no time left", null);
    }
    Supplier<Draft> line;
    Runnable action;
    synchronized (this) {
      asked.add(facts);
      if (script.isEmpty()) {
        throw new IllegalStateException("the script of the narrator is empty");
      }
      line = script.size() > 1 ? script.removeFirst() : script.getFirst();
      action = during;
    }
    action.run();
    return new Written(line.get(), USAGE);
  }
}
