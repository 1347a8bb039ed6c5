package dailyreport.bootstrap.local;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.report.PartName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every path of the cache costs in requests, end to end: the table of cache.md, section 8,
 * with what came to it since (docs/decisions, 0007). {@code >} stands between requests one after
 * the other, {@code +} between those at the same time; a status is named unless it means success.
 */
@Timeout(60)
class RequestTableTest {

  /** A path, what it costs, how it comes about, and the deed whose requests are counted. */
  private record Row(
      String path,
      int count,
      String requests,
      Consumer<RequestBench> given,
      Consumer<RequestBench> deed) {

    /** The deed is that the instance is asked. */
    Row(String path, int count, String requests, Consumer<RequestBench> given) {
      this(path, count, requests, given, t -> t.get(t.one));
    }

    @Override
    public String toString() {
      return path + ": " + count;
    }
  }

  static Stream<Row> hits() {
    return Stream.of(
        new Row(
            "L1 hit inside the coherence window",
            0,
            "",
            t -> t.askAndWait(t.one, Duration.ofSeconds(60))),
        new Row(
            "L1 hit outside it",
            2,
            "GET control > GET record 304",
            t -> t.askAndWait(t.one, Duration.ofSeconds(61))),
        new Row(
            "L1 hit outside it when another instance has renewed the record",
            2,
            "GET control > GET record",
            t -> {
              t.askAndWait(t.one, Duration.ofHours(7));
              t.other.cache().refresh(KEY, t.work());
            }),
        new Row(
            "stale L1 hit inside the window",
            1,
            "GET record 304",
            t -> {
              t.askAndWait(t.one, Duration.ofHours(7));
              t.get(t.one);
            }),
        new Row("L2 hit", 2, "GET control > GET record", t -> t.get(t.other), t -> t.get(t.one)),
        new Row(
            "L2 hit when the window's control object is known",
            1,
            "GET record",
            t -> {
              t.get(t.other);
              t.one.cache().peek(RequestBench.UOB, t.work());
            }),
        new Row(
            "webhook's look that finds nothing",
            2,
            "GET control > GET record 404",
            t -> {},
            t -> t.one.cache().peek(KEY, t.work())),
        new Row(
            "hit without L1",
            1,
            "GET record",
            t -> {
              t.one = t.withoutLocalTier();
              t.get(t.one);
            }),
        new Row("anything without L2", 0, "", t -> t.one = t.world.instance(t.world.localTiers())));
  }

  /**
   * Design: 11 for three objects, 13 with a PDF; since then one GET for each, control and before.
   */
  static Stream<Row> misses() {
    String asked = "GET control > GET record 404 > PUT lease > GET record 404 > ";
    String noTags = "HEAD chart 404 + HEAD news 404 + HEAD pdf 404 + HEAD record 404 > ";
    String led = asked + noTags + "GET before 404 > ";
    String stored = "GET control > PUT chart + PUT news + PUT pdf > PUT record > DELETE lease";
    return Stream.of(
        new Row(
            "miss as leader, three objects, no model call",
            14,
            led + "GET control > PUT chart + PUT news > PUT record > DELETE lease",
            t -> t.one = t.making(0, PartName.CHART, PartName.NEWS)),
        new Row(
            "miss as leader with a PDF",
            15,
            led + stored,
            t -> t.one = t.making(0, PartName.values())),
        new Row(
            "miss as leader with a PDF and two model calls",
            21,
            led
                + "GET budget 404 > PUT lease > PUT budget > GET budget > PUT lease > PUT budget > "
                + stored,
            t -> t.one = t.making(2, PartName.values())),
        new Row(
            "miss as leader of a killed owner",
            17,
            "GET control > GET record 404 > PUT lease 412 > GET lease > PUT lease > GET record 404 > "
                + noTags
                + "GET before 404 > "
                + stored,
            t -> {
              t.world.lease().tryAcquire(KEY, Duration.ofSeconds(60), t.work());
              t.world.clock.advance(Duration.ofSeconds(60));
            }),
        new Row(
            "definitely no report",
            12,
            led + "GET control > PUT record > DELETE lease",
            t -> t.world.generator.knowsNothing()),
        new Row(
            "transient failure: the lease stays as a cool-down, the session before is looked up",
            11,
            led + "PUT lease > GET before 404",
            t -> t.world.generator.fails()),
        new Row(
            "refresh of a stale report by the worker",
            15,
            "GET control > GET record 304 > PUT lease > GET record > "
                + "HEAD chart + HEAD news + HEAD pdf + HEAD record > GET before 404 > "
                + stored,
            t -> {
              t.world.generator.redraws();
              t.askAndWait(t.one, Duration.ofHours(7));
            },
            t -> t.one.cache().refresh(KEY, t.work())));
  }

  static Stream<Row> followers() {
    return Stream.of(
        new Row(
            "follower in the leader's process",
            0,
            "",
            t -> t.world.generator.during(() -> t.only(() -> t.ask(t.one, Duration.ZERO)))),
        new Row(
            "follower in another instance, 20 s: polls with back-off",
            11,
            "GET control > GET record 404 > PUT lease 412 > GET lease"
                + " > GET record 404".repeat(7),
            t -> t.world.lease().tryAcquire(KEY, Duration.ofSeconds(150), t.work()),
            t -> t.ask(t.one, Duration.ofSeconds(20))),
        new Row(
            "follower in another instance whose owner is done at the third look",
            7,
            "GET control > GET record 404 > PUT lease 412 > GET lease"
                + " > GET record 404 > GET record 404 > GET record",
            t -> {
              t.get(t.other);
              t.recordComesInTheThirdPause();
              t.world.lease().tryAcquire(KEY, Duration.ofSeconds(150), t.work());
            }));
  }

  static Stream<Row> others() {
    return Stream.of(
        new Row(
            "hard invalidation of a ticker",
            6,
            "GET control > PUT control > LIST folder > DELETE record > DELETE chart + DELETE news",
            t -> t.get(t.one),
            t ->
                t.one
                    .cache()
                    .invalidate(new Scope.OfTicker(KEY.ticker()), Strength.HARD, t.work())),
        new Row(
            "soft invalidation",
            2,
            "GET control > PUT control",
            t -> t.get(t.one),
            t -> t.one.cache().invalidate(new Scope.All(), Strength.SOFT, t.work())),
        new Row(
            "repair of L2 from L1",
            7,
            "GET control > GET record 404 > "
                + "HEAD chart 404 + HEAD news 404 + HEAD pdf 404 + HEAD record 404 > PUT record",
            RequestBench::makeWhileTheBucketIsDown),
        new Row(
            "L1 hit after a repair",
            0,
            "",
            t -> {
              t.makeWhileTheBucketIsDown();
              t.get(t.one);
            }),
        new Row(
            "part behind a link",
            2,
            "GET record > GET chart",
            t -> t.get(t.one),
            t -> t.one.cache().parts().bytes(KEY, PartName.CHART, t.work())),
        new Row(
            "part made again",
            7,
            "HEAD chart + HEAD news + HEAD pdf + HEAD record > GET record > PUT chart > PUT record",
            t -> t.get(t.one),
            RequestBench::rebuildChart));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"hits", "misses", "followers", "others"})
  void pathMakesTheRequestsOfItsRow(Row row, @TempDir Path dir) {
    try (var bench = new RequestBench(dir)) {
      row.given().accept(bench);

      List<String> requests = bench.counted(row.deed());

      assertThat(RequestText.of(requests, row.requests())).isEqualTo(row.requests());
      assertThat(requests).hasSize(row.count());
    }
  }
}
