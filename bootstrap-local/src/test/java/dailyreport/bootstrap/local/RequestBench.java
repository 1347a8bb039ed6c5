package dailyreport.bootstrap.local;

import static dailyreport.contract.Examples.KEY;

import dailyreport.application.cache.Generation;
import dailyreport.application.cache.Requester;
import dailyreport.application.cache.Tiers;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.contract.CacheWorld;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.contract.Examples;
import dailyreport.contract.RecordingEventLog;
import dailyreport.contract.ScriptedGenerator;
import dailyreport.contract.scenarios.Scenario;
import dailyreport.domain.cache.Outcome;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.ReportKey;
import dailyreport.fakes3.StoredObject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Two instances and a bucket whose requests are counted; its control object exists, as deployed.
 */
final class RequestBench implements Scenario, AutoCloseable {
  /** Another ticker's report of the same session. */
  static final ReportKey UOB = new ReportKey(CacheWorld.UOB.ticker(), KEY.session());

  final BucketWorld world;

  /** Whose requests are counted. */
  Instance one;

  final Instance other;
  private @Nullable List<String> only;

  RequestBench(Path dir) {
    world = new BucketWorld(dir);
    world.log().raise(new Scope.OfSession(DAY_BEFORE.session()), Strength.SOFT, work());
    one = world.instance(world.policy().cappedAt(Duration.ofHours(6)));
    other = world.instance();
  }

  @Override
  public CacheWorld world() {
    return world;
  }

  /** The requests of the deed with their status, or of the part of it that alone counts. */
  List<String> counted(Consumer<RequestBench> deed) {
    world.s3.forgetRequests();
    deed.accept(this);
    return only == null ? world.s3.answers() : only;
  }

  /** Nothing but the requests of this counts. */
  void only(Runnable deed) {
    world.s3.forgetRequests();
    deed.run();
    only = world.s3.answers();
  }

  /** Asks, and lets time pass. */
  void askAndWait(Instance instance, Duration time) {
    get(instance);
    world.clock.advance(time);
  }

  /** Asks with that much patience for another's generation. */
  void ask(Instance instance, Duration patience) {
    instance
        .cache()
        .get(KEY, Requester.nobody(), Deadline.in(patience, world.clock.instant()), work());
  }

  /** An instance whose reports have those parts and cost that many model calls. */
  Instance making(int modelCalls, PartName... names) {
    Tiers tiers = world.tiers(new RecordingEventLog());
    List<Part> parts =
        Examples.parts("0").stream()
            .filter(part -> Arrays.asList(names).contains(part.ref().name()))
            .toList();
    return world.instance(
        tiers,
        tiers.local(),
        world.policy(),
        (key, _, allowance, deadline) -> {
          for (int call = 0; call < modelCalls; call++) {
            // As for every model call: may it be paid, may it be made, what did it cost.
            world.spend().spent(KEY.session(), deadline);
            allowance.take(deadline);
            world.spend().add(KEY.session(), new BigDecimal("0.01"), deadline);
          }
          var report = ScriptedGenerator.report(key, world.clock);
          return new Generation.Made(
              report.withParts(parts.stream().map(Part::ref).toList()), parts, Outcome.COMPLETE);
        });
  }

  /** An instance without a local tier. */
  Instance withoutLocalTier() {
    return world.instance(Tiers.s3(world.shared(), world.lease(), world.log()));
  }

  /** Leaves a report in the local tier alone, and the bucket in health. */
  void makeWhileTheBucketIsDown() {
    world.cut(Fault.ERROR);
    get(one);
    world.mend();
    world.clock.advance(Duration.ofSeconds(31));
  }

  /** Takes the record away until somebody has paused three times. */
  void recordComesInTheThirdPause() {
    String name = BucketWorld.record(KEY);
    StoredObject record = world.s3.object(name).orElseThrow();
    world.s3.uproot(name);
    world.whilePausing(time -> {
      world.clock.advance(time);
      if (time.equals(Duration.ofSeconds(2))) {
        world.s3.plant(name, record);
      }
    });
  }

  /** Makes the chart again, as the worker does for a damaged one. */
  void rebuildChart() {
    byte[] drawn = "drawn again".getBytes(StandardCharsets.UTF_8);
    one.cache()
        .parts()
        .rebuild(KEY, PartName.CHART, _ -> Optional.of(Part.of(PartName.CHART, drawn)), work());
  }

  @Override
  public void close() {
    world.close();
  }
}
