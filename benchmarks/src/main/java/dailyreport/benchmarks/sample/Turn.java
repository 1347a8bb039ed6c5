package dailyreport.benchmarks.sample;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Which element of a prepared array a thread uses next: each in turn, from the first. */
@State(Scope.Thread)
public class Turn {
  private int next;

  /** The index to use now, below {@code count}. */
  public int of(int count) {
    int now = next % count;
    next = now + 1;
    return now;
  }
}
