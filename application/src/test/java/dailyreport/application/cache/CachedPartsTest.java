package dailyreport.application.cache;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import dailyreport.application.port.SharedCache;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.PartRef;
import dailyreport.domain.report.Report;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CachedPartsTest extends CacheRig {
  private static final Part DRAWN = Part.of(PartName.CHART, new byte[] {1, 2, 3});

  private final Instance one = world.instance();

  @BeforeEach
  void aReportIsThere() {
    get(one);
  }

  @Test
  void bytesAreThoseThatTheRecordNames() {
    Optional<byte[]> bytes = one.cache().parts().bytes(KEY, PartName.PDF, work());

    assertThat(bytes.map(there -> Part.of(PartName.PDF, there).ref()))
        .isEqualTo(served(get(one)).report().part(PartName.PDF));
    assertThat(one.queue().pending()).isEmpty();
  }

  @Test
  void aPartThatCouldNotBeAskedForIsNotRebuilt() {
    Instance unlucky =
        with(
            Spied.on(
                SharedCache.class,
                shared,
                (method, _) -> {
                  if (method.equals("part")) {
                    shared.wire().cut(Fault.TIMEOUT);
                  }
                }));

    assertThat(unlucky.cache().parts().bytes(KEY, PartName.PDF, work())).isEmpty();

    assertThat(unlucky.queue().pending()).isEmpty();
  }

  @Test
  void anInvalidationElsewhereHidesPartsWithinTheWindow() {
    passes(Duration.ofSeconds(1));
    log.raise(new Scope.OfKey(KEY), Strength.HARD, work());
    passes(Duration.ofSeconds(60));
    var drawings = new AtomicInteger();

    assertThat(one.cache().parts().bytes(KEY, PartName.PDF, work())).isEmpty();
    assertThat(
            world.instance().cache().parts().rebuild(KEY, PartName.CHART, drawn(drawings), work()))
        .isFalse();
    assertThat(drawings).hasValue(0);
  }

  @Test
  void anInvalidationElsewhereEndsTheLifeOfLinksWithinTheWindow() {
    passes(Duration.ofSeconds(1));
    log.raise(new Scope.OfKey(KEY), Strength.HARD, work());
    passes(Duration.ofSeconds(60));

    assertThat(one.cache().parts().visible(KEY, work())).isFalse();
  }

  @Test
  void withoutTagsOrCommitNothingIsRebuilt() {
    assertThat(rebuiltWhenBreaking("tags")).isFalse();
    assertThat(rebuiltWhenBreaking("commit")).isFalse();
    assertThat(rebuiltWhenBreaking("nothing")).isTrue();
  }

  @Test
  void aPartIsVisibleUntilItIsInvalidatedAndAgainWithANewRecord() {
    assertThat(one.cache().parts().visible(KEY, work())).isTrue();

    passes(Duration.ofSeconds(1));
    one.cache().invalidate(new Scope.All(), Strength.HARD, work());
    assertThat(one.cache().parts().visible(KEY, work())).isFalse();

    passes(Duration.ofSeconds(1));
    get(one);
    assertThat(one.cache().parts().visible(KEY, work())).isTrue();
  }

  @Test
  void aPartOfALostRecordIsVisible() {
    shared.delete(new Scope.All(), work());

    assertThat(one.cache().parts().visible(KEY, work())).isTrue();
  }

  @Test
  void withoutRecordNothingIsDrawn() {
    shared.delete(new Scope.All(), work());
    var drawings = new AtomicInteger();

    assertThat(one.cache().parts().rebuild(KEY, PartName.CHART, drawn(drawings), work())).isFalse();

    assertThat(drawings).hasValue(0);
  }

  @Test
  void withoutSharedTierNothingIsDrawn() {
    world.cut(Fault.TIMEOUT);
    var drawings = new AtomicInteger();

    assertThat(one.cache().parts().rebuild(KEY, PartName.CHART, drawn(drawings), work())).isFalse();

    assertThat(drawings).hasValue(0);
  }

  @Test
  void aPartThatCannotBeDrawnChangesNothing() {
    long commits = world.commits();

    assertThat(one.cache().parts().rebuild(KEY, PartName.CHART, _ -> Optional.empty(), work()))
        .isFalse();

    assertThat(world.commits()).isEqualTo(commits);
  }

  @Test
  void aRebuildThatLosesAgainstANewGenerationIsDropped() {
    Function<Report, Optional<Part>> slow =
        _ -> {
          passes(Duration.ofSeconds(1));
          one.cache().invalidate(new Scope.OfKey(KEY), Strength.HARD, work());
          passes(Duration.ofSeconds(1));
          get(one);
          return Optional.of(DRAWN);
        };

    assertThat(one.cache().parts().rebuild(KEY, PartName.CHART, slow, work())).isFalse();

    assertThat(served(get(one)).report().part(PartName.CHART))
        .isNotEqualTo(Optional.of(DRAWN.ref()));
    assertThat(served(get(one)).entry()).isEqualTo(kept());
  }

  @Test
  void aRebuiltPartIsServedHereAtOnceAndTheOthersKeepTheirOrder() {
    assertThat(one.cache().parts().rebuild(KEY, PartName.CHART, _ -> Optional.of(DRAWN), work()))
        .isTrue();

    assertThat(served(get(one)).report().part(PartName.CHART)).contains(DRAWN.ref());
    assertThat(served(get(one)).report().parts())
        .extracting(PartRef::name)
        .containsExactly(PartName.CHART, PartName.NEWS, PartName.PDF);
    assertThat(served(get(one)).entry()).isEqualTo(kept());
  }

  private boolean rebuiltWhenBreaking(String method) {
    Instance unlucky =
        with(
            Spied.on(
                SharedCache.class,
                shared,
                (called, _) -> {
                  if (called.equals(method)) {
                    throw new PortException.Cache(Fault.BUSY, method + " of a busy store", null);
                  }
                }));
    return unlucky.cache().parts().rebuild(KEY, PartName.CHART, _ -> Optional.of(DRAWN), work());
  }

  private static Function<Report, Optional<Part>> drawn(AtomicInteger drawings) {
    return _ -> {
      drawings.incrementAndGet();
      return Optional.of(DRAWN);
    };
  }
}
