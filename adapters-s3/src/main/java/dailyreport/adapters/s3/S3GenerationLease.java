package dailyreport.adapters.s3;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.GenerationLease;
import dailyreport.application.port.Lease;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Tag;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One object for each lease. Whoever creates it holds it; whoever replaces an ended one, by its
 * tag, has taken it over. Every refusal is followed by a read, because it may be the echo of our
 * own first attempt.
 */
final class S3GenerationLease implements GenerationLease {
  /** For one of the port's methods: faults.md, section 2. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** Create, then take over or create again, then once more for a race that was lost. */
  private static final int ROUNDS = 3;

  private final S3Store store;
  private final InstantSource clock;

  S3GenerationLease(S3Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Claim tryAcquire(ReportKey key, Duration length, Deadline deadline) {
    try {
      return acquire(key, length, soon(deadline));
    } catch (PortException.Cache e) {
      store.note("lease", e.fault());
      return new Claim.Unavailable();
    }
  }

  private Claim acquire(ReportKey key, Duration length, Deadline deadline) {
    Instant now = clock.instant();
    var mine = new LeaseText(UUID.randomUUID().toString(), now.plus(length), 0);
    Tag expected = Tag.none();
    for (int round = 1; round <= ROUNDS; round++) {
      Optional<Tag> tag = put(key, mine, expected, deadline);
      if (tag.isPresent()) {
        return new Claim.Held(mine.lease(key, tag.get()));
      }
      switch (read(key, deadline)) {
        case S3Store.Read.Present(var object) -> {
          LeaseText there = LeaseText.of(object.bytes());
          if (there.owner().equals(mine.owner())) {
            return new Claim.Held(mine.lease(key, object.tag()));
          }
          if (there.holds(now)) {
            return new Claim.Busy(there.until());
          }
          mine = mine.withCalls(there.calls());
          expected = object.tag();
        }
        case S3Store.Read.Absent(), S3Store.Read.Unchanged() -> expected = Tag.none();
      }
    }
    return new Claim.Unavailable();
  }

  @Override
  public Count countCall(Lease lease, Deadline deadline) {
    Deadline end = soon(deadline);
    LeaseText text = LeaseText.of(lease);
    Tag expected = lease.tag();
    while (text.calls() < MOST_CALLS) {
      LeaseText counted = text.withCalls(text.calls() + 1);
      Optional<Tag> tag = put(lease.key(), counted, expected, end);
      if (tag.isPresent()) {
        return new Count.Allowed(counted.lease(lease.key(), tag.get()));
      }
      Optional<S3Store.Stored> own = own(lease, end);
      if (own.isEmpty()) {
        return new Count.Spent();
      }
      text = LeaseText.of(own.get().bytes());
      expected = own.get().tag();
      if (text.equals(counted)) {
        return new Count.Allowed(counted.lease(lease.key(), expected));
      }
    }
    return new Count.Spent();
  }

  @Override
  public void release(Lease lease, Deadline deadline) {
    Deadline end = soon(deadline);
    try {
      String object = S3Keys.lease(lease.key());
      if (!store.delete(object, lease.tag(), end)) {
        own(lease, end).ifPresent(own -> store.delete(object, own.tag(), end));
      }
    } catch (PortException.Cache e) {
      store.note("delete", e.fault()); // it lapses at its end
    }
  }

  @Override
  public void coolDown(Lease lease, Duration length, Deadline deadline) {
    Deadline end = soon(deadline);
    Instant until = clock.instant().plus(length);
    try {
      if (put(lease.key(), LeaseText.of(lease).withUntil(until), lease.tag(), end).isEmpty()) {
        own(lease, end)
            .ifPresent(own -> {
              LeaseText there = LeaseText.of(own.bytes());
              if (!there.until().equals(until)) {
                put(lease.key(), there.withUntil(until), own.tag(), end);
              }
            });
      }
    } catch (PortException.Cache e) {
      store.note("lease", e.fault()); // it ends by itself, only later
    }
  }

  /** The stored lease, if it is still the holder's, whatever has become of its tag. */
  private Optional<S3Store.Stored> own(Lease lease, Deadline deadline) {
    return read(lease.key(), deadline) instanceof S3Store.Read.Present(var object)
            && LeaseText.of(object.bytes()).owner().equals(lease.owner())
        ? Optional.of(object)
        : Optional.empty();
  }

  private S3Store.Read read(ReportKey key, Deadline deadline) {
    return store.get(S3Keys.lease(key), Tag.none(), Limits.SHORT, deadline);
  }

  private Optional<Tag> put(ReportKey key, LeaseText text, Tag expected, Deadline deadline) {
    var upload = new S3Store.Upload(S3Keys.lease(key), text.bytes(), "application/json", Map.of());
    return store.put(upload, expected, Limits.SHORT, deadline);
  }

  private Deadline soon(Deadline deadline) {
    return store.atMost(PATIENCE, deadline);
  }
}
