package dailyreport.contract;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The imaginary line between a stand-in and its store: it counts what passes and can be cut. */
public final class Wire {
  private final InstantSource clock;
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private volatile @Nullable Fault fault;

  public Wire(InstantSource clock) {
    this.clock = clock;
  }

  /** Every call from now on, until {@link #mend()}, meets this fault. */
  public void cut(Fault fault) {
    this.fault = fault;
  }

  /** Calls pass again. */
  public void mend() {
    fault = null;
  }

  /** Every call so far, refused ones included, such as {@code find DBS19/2025-11-11}. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  /** How many calls began with that word. */
  public long count(String verb) {
    return calls.stream().filter(call -> call.startsWith(verb + " ")).count();
  }

  /** Notes the call, and throws when the wire is cut or no time is left. */
  void pass(String verb, Object what, Deadline deadline) {
    calls.add(verb + " " + what);
    Fault seen = fault;
    if (seen != null) {
      throw new PortException.Cache(seen, verb + " " + what + ": the wire is cut", null);
    }
    if (deadline.passed(clock.instant())) {
      throw new PortException.Cache(Fault.TIMEOUT, verb + " " + what + ": no time left", null);
    }
  }
}
