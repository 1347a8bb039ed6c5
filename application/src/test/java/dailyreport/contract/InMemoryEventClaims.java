package dailyreport.contract;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.EventClaims;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Event claims in memory; several instances under test may share them. */
public final class InMemoryEventClaims implements EventClaims {
  private static final Pattern EVENT_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private final Wire wire;
  private final Map<String, String> owners = new HashMap<>();

  public InMemoryEventClaims(InstantSource clock) {
    this.wire = new Wire(clock);
  }

  /** What was asked of it, and the place to cut it off. */
  public Wire wire() {
    return wire;
  }

  @Override
  public synchronized Claimed claim(String webhookEventId, String jobId, Deadline deadline) {
    if (!EVENT_ID.matcher(webhookEventId).matches()) {
      throw new IllegalArgumentException("event id must match " + EVENT_ID);
    }
    wire.pass("claim", webhookEventId, deadline);
    String owner = owners.putIfAbsent(webhookEventId, jobId);
    if (owner == null) {
      return Claimed.FIRST;
    }
    return owner.equals(jobId) ? Claimed.SAME_JOB : Claimed.OTHER_JOB;
  }
}
