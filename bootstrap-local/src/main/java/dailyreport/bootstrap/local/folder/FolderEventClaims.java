package dailyreport.bootstrap.local.folder;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.EventClaims;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Event claims as files that are created once. */
final class FolderEventClaims implements EventClaims {
  private static final Pattern EVENT_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private final FolderStore store;

  FolderEventClaims(FolderStore store) {
    this.store = store;
  }

  @Override
  public Claimed claim(String webhookEventId, String jobId, Deadline deadline) {
    if (!EVENT_ID.matcher(webhookEventId).matches()) {
      throw new IllegalArgumentException("an event id must match [A-Za-z0-9_-]{1,64}");
    }
    return store.alone(
        "claiming an event",
        deadline,
        () -> {
          Optional<byte[]> owner = store.read("dedup/" + webhookEventId);
          if (owner.isEmpty()) {
            store.write("dedup/" + webhookEventId, jobId.getBytes(StandardCharsets.UTF_8));
            return Claimed.FIRST;
          }
          return new String(owner.get(), StandardCharsets.UTF_8).equals(jobId)
              ? Claimed.SAME_JOB
              : Claimed.OTHER_JOB;
        });
  }
}
