package dailyreport.contract.history;

import dailyreport.application.cache.CallAllowance;
import dailyreport.application.cache.Generation;
import dailyreport.application.cache.ReportGenerator;
import dailyreport.application.cache.SessionTtlPolicy;
import dailyreport.application.cache.TieredCache;
import dailyreport.application.cache.Tiers;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.GenerationLease;
import dailyreport.application.port.GenerationLease.Claim;
import dailyreport.application.port.InvalidationLog;
import dailyreport.application.port.Lease;
import dailyreport.application.port.LocalCache;
import dailyreport.application.port.PortException;
import dailyreport.application.port.SharedCache;
import dailyreport.contract.CacheWorld;
import dailyreport.contract.Intercept;
import dailyreport.contract.Intercept.Through;
import dailyreport.contract.TestClock;
import dailyreport.domain.cache.Bundle;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.cache.Watermarks.CutOff;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An instance that can die between any two of its requests, before or after one was carried out.
 * The model hears of its leases and invalidations, the history of every request.
 */
final class Instance implements ReportGenerator {
  final String name;
  final LocalCache local;
  final TieredCache cache;
  final Mind mind;

  private final History history;
  private final CacheWorld world;
  private final TestClock clock;
  private Optional<Death> death = Optional.empty();
  private int requestsLeft;
  private boolean dead;

  /**
   * How it is to die.
   *
   * @param requests the one at which it dies, counted from 1
   * @param answered whether that one is carried out
   * @param stored whether what it stores locally before reaches the disk
   * @param half whether a commit that is not carried out still stores the parts
   */
  record Death(int requests, boolean answered, boolean stored, boolean half) {}

  /** The process is gone, which no cache can catch. */
  static final class Died extends Error {
    private static final long serialVersionUID = 1;

    Died() {
      super("died", null, false, false);
    }
  }

  Instance(
      String name,
      CacheWorld world,
      LocalCache local,
      Mind mind,
      SessionTtlPolicy policy,
      History history) {
    this.name = name;
    this.local = local;
    this.mind = mind;
    this.history = history;
    this.world = world;
    this.clock = world.clock;
    Tiers tiers =
        Tiers.hybrid(
            forgetful(local),
            mortal(SharedCache.class, world.shared()),
            mortal(GenerationLease.class, world.lease()),
            mortal(InvalidationLog.class, world.log()));
    this.cache = world.instance(tiers, local, policy, this).cache();
  }

  void willDie(Death how) {
    death = Optional.of(how);
    requestsLeft = how.requests();
  }

  void livesOn() {
    death = Optional.empty();
  }

  /** Whether it has died, or must not live on: what it believes to have stored is not there. */
  boolean gone() {
    return dead || forgets();
  }

  private boolean forgets() {
    return death.isPresent() && !death.get().stored();
  }

  @Override
  public Generation generate(
      ReportKey key, Optional<Report> previous, CallAllowance allowance, Deadline deadline) {
    Instant began = clock.instant();
    history.promises.generates(mind, key, began);
    if (isLastRequest()) {
      throw died();
    }
    return history.generation(this, key, began, allowance.take(deadline));
  }

  private LocalCache forgetful(LocalCache real) {
    return Intercept.calls(
        LocalCache.class,
        real,
        (method, _, through) -> method.equals("store") && forgets() ? null : through.call());
  }

  private <T> T mortal(Class<T> port, T real) {
    return Intercept.calls(
        port,
        real,
        (method, arguments, through) -> {
          if (!(arguments[0] instanceof ReportKey key) || mind.askedFor(key)) {
            history.meanwhile(this, method);
          }
          boolean last = isLastRequest();
          if (last && (dead || !death.orElseThrow().answered())) {
            if (!dead && death.orElseThrow().half() && arguments[0] instanceof Bundle) {
              storeHalf(through);
            }
            throw died();
          }
          Object answer = through.call();
          hear(method, arguments, answer);
          if (last) {
            throw died();
          }
          return answer;
        });
  }

  private void storeHalf(Through commit) throws Throwable {
    world.refuseNextRecord();
    try {
      commit.call();
    } catch (PortException.Cache _) {
      // as it should be
    }
  }

  private boolean isLastRequest() {
    return death.isPresent() && --requestsLeft <= 0;
  }

  private Died died() {
    dead = true;
    return new Died();
  }

  private void hear(String method, Object[] arguments, @Nullable Object answer) {
    Instant now = clock.instant();
    Model model = history.model;
    switch (method) {
      case "tryAcquire" -> {
        if (answer instanceof Claim.Held(var lease)) {
          history.promises.leased(lease.key(), now);
          model.leased(mind, lease.key(), now, lease.until());
        }
      }
      case "release" -> model.released(mind, ((Lease) arguments[0]).key(), now);
      case "coolDown" ->
          model.released(mind, ((Lease) arguments[0]).key(), now.plus((Duration) arguments[1]));
      case "raise" ->
          model.raised(mind, new CutOff((Scope) arguments[0], (Strength) arguments[1], now));
      case "delete" -> model.deleted((Scope) arguments[0]);
      default -> {}
    }
  }
}
