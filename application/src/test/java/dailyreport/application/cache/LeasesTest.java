package dailyreport.application.cache;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.cache.CacheAnswer.Source;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.AppEvent.LockState;
import dailyreport.application.port.AppEvent.Tier;
import dailyreport.application.port.Fault;
import dailyreport.application.port.GenerationLease;
import dailyreport.application.port.PortException;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.contract.ScriptedGenerator;
import dailyreport.domain.cache.Outcome;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeasesTest extends CacheRig {

  @Test
  void aLeaseIsHeldThirtySecondsLongerThanTheWorkMayTake() {
    var lengths = new ArrayList<Duration>();
    var spied =
        Spied.on(
            GenerationLease.class,
            lease,
            (method, arguments) -> {
              if (method.equals("tryAcquire")) {
                lengths.add((Duration) arguments.get(1));
              }
            });
    Instance one = with(Tiers.hybrid(world.newLocalCache(), shared, spied, log));

    get(one);

    assertThat(lengths).containsExactly(Duration.ofSeconds(105 + 30));
    assertThat(locks(one)).containsExactly(LockState.ACQUIRED);
    assertThat(world.leaseHeld()).isFalse();
  }

  @Test
  void leasesThatCannotBeHadAreFaultsOfTheStore() {
    lease.wire().cut(Fault.TIMEOUT);
    Instance one = world.instance();
    for (int day = 1; day <= 5; day++) {
      assertThat(served(get(one, before(day))).source()).isEqualTo(Source.GENERATED);
    }
    assertThat(locks(one)).hasSize(5).containsOnly(LockState.UNAVAILABLE);
    long requests = world.requests();

    assertThat(served(get(one)).source()).isEqualTo(Source.GENERATED);

    assertThat(world.requests()).as("the store is skipped, leases included").isEqualTo(requests);
  }

  @Test
  void anAnswerFromTheLeaseEndsTheSkip() {
    Instance one = world.instance();
    world.cut(Fault.TIMEOUT);
    for (int day = 1; day <= 5; day++) {
      get(one, before(day));
    }
    world.mend();
    passes(Duration.ofSeconds(31));

    assertThat(served(get(one)).report().parts()).as("committed").hasSize(3);
  }

  @Test
  void aCallThatCannotBeCountedIsToldAndCountedHere() {
    var taken = new ArrayList<Boolean>();
    Tiers tiers = Tiers.hybrid(world.newLocalCache(), shared, lease, log);
    Instance one =
        world.instance(
            tiers,
            tiers.local(),
            world.policy(),
            (key, _, allowance, deadline) -> {
              taken.add(allowance.take(deadline));
              lease.wire().cut(Fault.THROTTLED);
              taken.add(allowance.take(deadline));
              taken.add(allowance.take(deadline));
              lease.wire().mend();
              return new Generation.Made(
                  ScriptedGenerator.report(key, world.clock), List.of(), Outcome.COMPLETE);
            });

    get(one);

    assertThat(taken).containsExactly(true, true, false);
    assertThat(errors(one)).contains(error(Tier.SHARED, "count", Fault.THROTTLED));
    assertThat(world.leaseHeld()).isFalse();
  }

  @Test
  void aLeaseThatCannotBeGivenBackIsToldAndCostsNobodyTheReport() {
    Instance one =
        with(
            Tiers.hybrid(
                world.newLocalCache(),
                shared,
                Spied.on(
                    GenerationLease.class,
                    lease,
                    (method, _) -> {
                      if (method.equals("release")) {
                        throw new PortException.Cache(Fault.THROTTLED, "lease: slow down", null);
                      }
                    }),
                log));

    assertThat(served(get(one)).report().parts()).hasSize(3);

    assertThat(errors(one)).containsExactly(error(Tier.SHARED, "lease", Fault.THROTTLED));
  }

  private static List<LockState> locks(Instance one) {
    return one.events().of(AppEvent.Lock.class).stream().map(AppEvent.Lock::state).toList();
  }

  private static ReportKey before(int days) {
    return new ReportKey(KEY.ticker(), KEY.session().minusDays(days));
  }
}
