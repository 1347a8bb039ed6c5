package dailyreport.contract.history;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** What has happened, for whoever has to find out why. */
final class Story {
  private final InstantSource clock;
  private final List<StringBuilder> lines = new ArrayList<>();
  private int depth;

  Story(InstantSource clock) {
    this.clock = clock;
  }

  /** A line to which the outcome can be added. */
  record Line(StringBuilder text) {
    void add(String outcome) {
      text.append(": ").append(outcome);
    }
  }

  Line tell(String what) {
    String indent = "  ".repeat(depth);
    lines.add(new StringBuilder((lines.size() + 1) + ". " + clock.instant() + " " + indent + what));
    return new Line(lines.getLast());
  }

  /** What follows happens in the midst of something else. */
  void inner() {
    depth++;
  }

  void outer() {
    depth--;
  }

  boolean isInner() {
    return depth > 0;
  }

  @Override
  public String toString() {
    return String.join("\n  ", lines);
  }
}
