package dailyreport.contract;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import dailyreport.application.port.SharedCache;
import dailyreport.application.port.Tags;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InMemorySharedCacheTest implements SharedCacheContract {
  private final TestClock clock = TestClock.atNow();
  private final InMemorySharedCache cache = new InMemorySharedCache(clock);
  private final Deadline soon = Deadline.in(Duration.ofSeconds(30), clock.instant());

  @Override
  public SharedCache cache() {
    return cache;
  }

  @Override
  public TestClock clock() {
    return clock;
  }

  @Test
  void cutWireRefusesAndCountsEveryCall() {
    cache.wire().cut(Fault.ERROR);
    assertThatExceptionOfType(PortException.Cache.class).isThrownBy(() -> cache.find(KEY, soon));
    cache.wire().mend();
    cache.find(KEY, soon);
    assertThat(cache.wire().count("find")).isEqualTo(2);
  }

  @Test
  void spoiledRecordMeetsReadersUntilItIsReplaced() {
    cache.spoil(KEY, Fault.INVALID);
    assertThatExceptionOfType(PortException.Cache.class)
        .isThrownBy(() -> cache.find(KEY, soon))
        .satisfies(seen -> assertThat(seen.fault()).isEqualTo(Fault.INVALID));
    cache.commit(Examples.bundle(clock.instant(), "0a"), cache.tags(KEY, soon), soon);
    assertThat(cache.find(KEY, soon)).isInstanceOf(SharedCache.Lookup.Found.class);
  }

  @Test
  void partLeftBehindStandsInTheWayOfAWriterThatHasNotSeenIt() {
    cache.leaveBehind(KEY, Examples.parts("0a").getFirst());
    var bundle = Examples.bundle(clock.instant(), "0b");
    assertThat(cache.commit(bundle, Tags.none(), soon))
        .isEqualTo(new SharedCache.Commit.Conflict());
  }
}
