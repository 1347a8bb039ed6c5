package dailyreport.adapters.s3;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.EventClaims;
import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** One object for each event, created once; its body is the id of the job that owns the event. */
final class S3EventClaims implements EventClaims {
  /** Create, and create again should the object vanish before it was read. */
  private static final int ROUNDS = 2;

  private final S3Store store;

  S3EventClaims(S3Store store) {
    this.store = store;
  }

  @Override
  public Claimed claim(String webhookEventId, String jobId, Deadline deadline) {
    String object = S3Keys.claim(webhookEventId);
    byte[] owner = jobId.getBytes(StandardCharsets.UTF_8);
    var upload = new S3Store.Upload(object, owner, "text/plain", Map.of());
    for (int round = 1; round <= ROUNDS; round++) {
      if (store.put(upload, Tag.none(), Limits.WRITE, deadline).isPresent()) {
        return Claimed.FIRST;
      }
      if (store.get(object, Tag.none(), Limits.READ, deadline)
          instanceof S3Store.Read.Present(var there)) {
        return Arrays.equals(there.bytes(), owner) ? Claimed.SAME_JOB : Claimed.OTHER_JOB;
      }
    }
    throw new PortException.Cache(
        Fault.BUSY, "S3 PUT " + object + ": refused, and there is nothing to read", null);
  }
}
