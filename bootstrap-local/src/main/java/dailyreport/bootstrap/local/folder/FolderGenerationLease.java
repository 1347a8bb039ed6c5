package dailyreport.bootstrap.local.folder;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.GenerationLease;
import dailyreport.application.port.Lease;
import dailyreport.application.port.PortException;
import dailyreport.domain.report.ReportKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Leases as files. A lease whose process has died (Ctrl-C, kill) has ended, whatever its time says:
 * a person at a terminal does not wait two minutes for somebody who is gone.
 */
final class FolderGenerationLease implements GenerationLease {
  private final FolderStore store;
  private final InstantSource clock;

  FolderGenerationLease(FolderStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Claim tryAcquire(ReportKey key, Duration length, Deadline deadline) {
    try {
      return store.alone(
          "leasing " + key,
          deadline,
          () -> {
            Instant now = clock.instant();
            Optional<Kept> kept = read(key);
            if (kept.isPresent() && kept.get().holds(now)) {
              return new Claim.Busy(kept.get().until());
            }
            int calls = kept.map(Kept::calls).orElse(0);
            var mine = Kept.mine(UUID.randomUUID().toString(), now.plus(length), calls);
            return new Claim.Held(write(key, mine));
          });
    } catch (PortException.Cache e) {
      return new Claim.Unavailable();
    }
  }

  @Override
  public Count countCall(Lease lease, Deadline deadline) {
    return store.alone(
        "counting a call of " + lease.key(),
        deadline,
        () -> {
          Optional<Kept> kept = read(lease.key()).filter(k -> k.owner().equals(lease.owner()));
          if (kept.isEmpty() || kept.get().calls() >= MOST_CALLS) {
            return new Count.Spent();
          }
          Kept counted =
              Kept.mine(lease.owner(), kept.get().until(), Math.addExact(kept.get().calls(), 1));
          return new Count.Allowed(write(lease.key(), counted));
        });
  }

  @Override
  public void release(Lease lease, Deadline deadline) {
    ifMine(lease, deadline, _ -> store.delete(file(lease.key())));
  }

  @Override
  public void coolDown(Lease lease, Duration length, Deadline deadline) {
    ifMine(
        lease,
        deadline,
        kept ->
            store.write(
                file(lease.key()),
                new Kept("", clock.instant().plus(length), kept.calls(), 0, 0).bytes()));
  }

  private interface Change {
    void make(Kept kept) throws IOException;
  }

  private void ifMine(Lease lease, Deadline deadline, Change change) {
    try {
      store.alone(
          "ending the lease of " + lease.key(),
          deadline,
          () -> {
            Optional<Kept> kept = read(lease.key()).filter(k -> k.owner().equals(lease.owner()));
            if (kept.isPresent()) {
              change.make(kept.get());
            }
            return true;
          });
    } catch (PortException.Cache e) {
      // Best effort by contract: the lease lapses by itself.
      return;
    }
  }

  private Optional<Kept> read(ReportKey key) throws IOException {
    return store.read(file(key)).flatMap(Kept::parse);
  }

  private Lease write(ReportKey key, Kept kept) throws IOException {
    byte[] bytes = kept.bytes();
    store.write(file(key), bytes);
    return new Lease(key, kept.owner(), kept.until(), kept.calls(), FolderStore.tag(bytes));
  }

  private static String file(ReportKey key) {
    return "cache/leases/" + key.ticker().symbol() + "/" + key.session();
  }

  /**
   * A lease file: owner, end, calls, process and its start; process 0 stands for nobody's process.
   */
  private record Kept(String owner, Instant until, int calls, long process, long processStart) {
    private static final Duration LONGEST = Duration.ofHours(1);

    static Kept mine(String owner, Instant until, int calls) {
      ProcessHandle self = ProcessHandle.current();
      return new Kept(owner, until, calls, self.pid(), start(self));
    }

    static Optional<Kept> parse(byte[] bytes) {
      List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      try {
        return Optional.of(
            new Kept(
                lines.get(0),
                Instant.parse(lines.get(1)),
                Integer.parseInt(lines.get(2)),
                Long.parseLong(lines.get(3)),
                Long.parseLong(lines.get(4))));
      } catch (RuntimeException e) {
        // A lease nobody can read is no lease: it costs at most one more generation.
        return Optional.empty();
      }
    }

    byte[] bytes() {
      return (owner + "\n" + until + "\n" + calls + "\n" + process + "\n" + processStart + "\n")
          .getBytes(StandardCharsets.UTF_8);
    }

    /** An end further ahead than any run could set it comes of a clock that went wrong. */
    boolean holds(Instant now) {
      return now.isBefore(until) && !until.isAfter(now.plus(LONGEST)) && alive();
    }

    private boolean alive() {
      return process == 0
          || ProcessHandle.of(process)
              .filter(ProcessHandle::isAlive)
              .filter(handle -> start(handle) == processStart)
              .isPresent();
    }

    private static long start(ProcessHandle process) {
      return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
  }
}
