package dailyreport.adapters.s3;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.InvalidationLog;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Tag;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.cache.Watermarks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;

/** All watermarks in one object, replaced by its tag. */
final class S3InvalidationLog implements InvalidationLog {
  /** More people than that do not invalidate at the same moment. */
  private static final int ROUNDS = 20;

  private static final Duration PATIENCE = Duration.ofSeconds(6);

  private final S3Store store;
  private final InstantSource clock;

  S3InvalidationLog(S3Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The watermarks and the tag of their object. */
  private record Read(Watermarks watermarks, Tag tag) {}

  @Override
  public Watermarks current(Deadline deadline) {
    return read(deadline).watermarks();
  }

  @Override
  public Watermarks raise(Scope scope, Strength strength, Deadline deadline) {
    Instant now = clock.instant();
    Deadline end = store.atMost(PATIENCE, deadline);
    Read before = read(end);
    for (int round = 1; round <= ROUNDS; round++) {
      Watermarks raised = before.watermarks().raised(scope, strength, now).pruned(now);
      byte[] body = WatermarkText.bytes(raised);
      var upload = new S3Store.Upload(S3Keys.INVALIDATIONS, body, "application/json", Map.of());
      if (store.put(upload, before.tag(), Limits.WRITE, end).isPresent()) {
        return raised;
      }
      before = read(end);
      // Refused although stored: the answer to our first attempt was lost.
      if (Arrays.equals(WatermarkText.bytes(before.watermarks()), body)) {
        return raised;
      }
    }
    throw new PortException.Cache(
        Fault.BUSY,
        "S3 PUT " + S3Keys.INVALIDATIONS + ": refused " + ROUNDS + " times for other writers",
        null);
  }

  /** An absent object means that nothing was ever invalidated; one that is refused does not. */
  private Read read(Deadline deadline) {
    return switch (store.get(S3Keys.INVALIDATIONS, Tag.none(), Limits.READ, deadline)) {
      case S3Store.Read.Present(var object) ->
          new Read(WatermarkText.of(object.bytes()), object.tag());
      case S3Store.Read.Absent(), S3Store.Read.Unchanged() ->
          new Read(Watermarks.none(), Tag.none());
    };
  }
}
