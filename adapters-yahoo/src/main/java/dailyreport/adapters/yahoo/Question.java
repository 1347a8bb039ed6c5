package dailyreport.adapters.yahoo;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Something to ask a source.
 *
 * @param dep the dependency's name in events
 * @param what what is asked of whom, for messages: {@code Yahoo chart D05.SI}
 * @param most largest body in bytes
 * @param attempt longest time for one attempt
 * @param headers request headers, without those of a pass
 * @param aim where each attempt goes
 * @param gate where passes come from
 * @param passFirst whether even the first attempt needs a pass
 */
record Question(
    String dep,
    String what,
    int most,
    Duration attempt,
    Map<String, String> headers,
    Aim aim,
    Gate gate,
    boolean passFirst) {

  /** The address of an attempt. */
  @FunctionalInterface
  interface Aim {
    /** Where attempt 1 or 2 goes; a second attempt prefers another host. */
    URI of(int attempt, Pass pass);
  }

  /** Gives passes. */
  interface Gate {
    /** For a source that knows no passes. */
    Gate NONE =
        (refused, deadline) -> {
          throw Broken.of(
              Fault.DENIED, Broken.Again.NEVER, "the source knows no other credentials");
        };

    /**
     * A pass other than the refused one.
     *
     * @param refused {@link Pass#NONE} to accept any
     * @throws Broken when none can be had
     */
    Pass other(Pass refused, Deadline deadline) throws Broken;
  }

  @Override
  public String toString() {
    return what;
  }
}
