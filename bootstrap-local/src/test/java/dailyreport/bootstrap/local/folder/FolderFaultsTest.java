package dailyreport.bootstrap.local.folder;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.GenerationLease.Claim;
import dailyreport.application.port.PortException;
import dailyreport.application.port.SharedCache.Commit;
import dailyreport.application.port.SharedCache.Lookup;
import dailyreport.application.port.Tags;
import dailyreport.contract.Examples;
import dailyreport.contract.InMemoryReportCodec;
import dailyreport.contract.TestClock;
import dailyreport.domain.cache.Scope;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people and other programs may do to the folder. */
class FolderFaultsTest {
  private final TestClock clock = TestClock.atNow();
  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cache/reports/notes/2025-11-11/report.json",
        "cache/reports/DBS19/draft/report.json",
        "cache/reports/DBS19/2025-02-30/report.json",
        "cache/reports/DBS19/report.json",
        "cache/reports/report.json"
      })
  void fileThatIsNotOursStaysAndDoesNotDisturb(String name) throws IOException {
    Path stray = dir.resolve(name);
    Files.createDirectories(stray.getParent());
    Files.writeString(stray, "{}");
    FolderSharedCache cache = cache();
    cache.commit(Examples.bundle(clock.instant(), "0a"), Tags.none(), soon());

    cache.delete(new Scope.All(), soon());

    assertThat(cache.find(KEY, soon())).isEqualTo(new Lookup.None());
    assertThat(stray).exists();
  }

  @Test
  void enormousRecordIsNotReadToItsEndAndIsReplaced() throws IOException {
    Path record = dir.resolve("cache/reports/DBS19/2025-11-11/report.json");
    Files.createDirectories(record.getParent());
    try (var file = new RandomAccessFile(record.toFile(), "rw")) {
      file.setLength(4L << 30); // more than an array holds; a sparse file
    }
    FolderSharedCache cache = cache();

    assertThat(
            catchThrowableOfType(PortException.Cache.class, () -> cache.find(KEY, soon())).fault())
        .isEqualTo(Fault.INVALID);

    Tags tags = cache.tags(KEY, soon());
    assertThat(cache.commit(Examples.bundle(clock.instant(), "0a"), tags, soon()))
        .isInstanceOf(Commit.Committed.class);
  }

  @Test
  void lockThatSomebodyElseKeepsIsWaitedForUntilTheDeadline() throws IOException {
    InstantSource machine = InstantSource.system();
    var store = new FolderStore(dir, machine);
    try (var other =
            FileChannel.open(
                dir.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var _ = other.lock()) {
      Deadline soon = Deadline.in(Duration.ofMillis(100), machine.instant());
      assertThat(
              catchThrowableOfType(
                      PortException.Cache.class, () -> store.alone("a test", soon, () -> 1))
                  .fault())
          .isEqualTo(Fault.TIMEOUT);
    }
    Deadline later = Deadline.in(Duration.ofMinutes(1), machine.instant());
    assertThat(store.alone("a test", later, () -> 1)).isEqualTo(1);
  }

  /** A cool-down of a clock that ran ahead belongs to no process that could end. */
  @Test
  void leaseOfAClockThatWentWrongKeepsNobodyOut() {
    var leases = new FolderGenerationLease(new FolderStore(dir, clock), clock);
    clock.advance(Duration.ofDays(30));
    var held = (Claim.Held) leases.tryAcquire(KEY, Duration.ofSeconds(60), soon());
    leases.coolDown(held.lease(), Duration.ofSeconds(60), soon());
    clock.set(Examples.NOW);

    assertThat(leases.tryAcquire(KEY, Duration.ofSeconds(60), soon()))
        .isInstanceOf(Claim.Held.class);
  }

  private FolderSharedCache cache() {
    return new FolderSharedCache(new FolderStore(dir, clock), new InMemoryReportCodec(), clock);
  }

  private Deadline soon() {
    return Deadline.in(Duration.ofSeconds(30), clock.instant());
  }
}
