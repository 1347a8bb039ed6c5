package dailyreport.adapters.s3;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.SharedCache;
import dailyreport.application.port.SharedCache.Commit;
import dailyreport.application.port.SharedCache.Lookup;
import dailyreport.application.port.Tags;
import dailyreport.contract.Examples;
import dailyreport.domain.cache.Bundle;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.PartName;
import dailyreport.fakes3.FakeS3;
import dailyreport.fakes3.StoredObject;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a deletion after an invalidation leaves alone. */
class S3DeletionTest {
  @AutoClose private final FakeS3 s3 = FakeS3.start();
  @AutoClose private final Bench bench = Bench.on(s3);
  private final SharedCache cache = bench.tier.sharedCache();

  /** S26: later generations are visible, and keep their parts. */
  @Test
  void bundleThatCameAfterTheListingStays() {
    commit(Examples.bundle(bench.clock.instant(), "0a"), Tags.none());
    var newer = Examples.bundle(bench.clock.instant().plusSeconds(1), "0b");
    s3.beforeEach(request -> {
      if (request.startsWith("DELETE")) {
        s3.beforeEach(_ -> {});
        commit(newer, cache.tags(KEY, bench.soon()));
      }
    });

    cache.delete(new Scope.All(), bench.soon());

    assertThat(cache.find(KEY, bench.soon()))
        .isInstanceOfSatisfying(
            Lookup.Found.class, found -> assertThat(found.entry()).isEqualTo(newer.entry()));
    for (Part part : newer.parts()) {
      assertThat(cache.part(KEY, part.ref(), bench.soon())).contains(part.bytes());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cache/reports/DBS19/2025-99-99/report.json",
        "cache/reports/DBS19/2025-02-30/report.json",
        "cache/reports/dbs19/2025-11-11/report.json",
        "cache/reports/readme.txt",
        "cache/reports/DBS19/2025-11-11/more/report.json"
      })
  void objectThatIsNotOursStaysAndDoesNotDisturb(String key) {
    s3.plant(key, new StoredObject(new byte[] {1}, "text/plain", Map.of()));
    commit(Examples.bundle(bench.clock.instant(), "0a"), Tags.none());

    cache.delete(new Scope.All(), bench.soon());

    assertThat(s3.keys()).containsExactlyInAnyOrder(key, S3Keys.part(KEY, PartName.PDF));
  }

  private void commit(Bundle bundle, Tags expected) {
    assertThat(cache.commit(bundle, expected, bench.soon())).isInstanceOf(Commit.Committed.class);
  }
}
