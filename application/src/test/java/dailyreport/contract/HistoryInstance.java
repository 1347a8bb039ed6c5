package dailyreport.contract;

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
import dailyreport.application.port.SharedCache;
import dailyreport.domain.cache.Bundle;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.cache.Watermarks.CutOff;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An instance that can die between any two of its requests, in the midst of a generation or before
 * or after a request was carried out. The model hears of its leases.
 */
final class HistoryInstance implements ReportGenerator {
  final String name;
  final LocalCache local;
  final TieredCache cache;
  HistoryModel.Mind mind = new HistoryModel.Mind();

  private final History history;
  private final HistoryModel model;
  private final TestClock clock;
  private Optional<Death> death = Optional.empty();
  private int requestsLeft;
  private boolean dead;

  /**
   * How it is to die.
   *
   * @param requests it may still make
   * @param answered whether the last one is carried out
   * @param stored whether what it stored locally before reached the disk
   * @param leftBehind what a commit that is not carried out still leaves of a bundle
   */
  record Death(int requests, boolean answered, boolean stored, Consumer<Bundle> leftBehind) {}

  /** The process is gone. */
  static final class Died extends Error {
    private static final long serialVersionUID = 1;

    Died() {
      super("died", null, false, false);
    }
  }

  HistoryInstance(
      String name, CacheWorld world, LocalCache local, SessionTtlPolicy policy, History history) {
    this.name = name;
    this.local = local;
    this.history = history;
    this.model = history.model;
    this.clock = world.clock;
    this.cache =
        world
            .instance(
                Tiers.hybrid(
                    forgetful(local),
                    mortal(SharedCache.class, world.shared()),
                    mortal(GenerationLease.class, world.lease()),
                    mortal(InvalidationLog.class, world.log())),
                local,
                policy,
                this)
            .cache();
  }

  /** From now on it is to die so. */
  void willDie(Death how) {
    death = Optional.of(how);
    requestsLeft = how.requests();
  }

  /** Whether it has died, or must not live on: what it believes to have stored is not there. */
  boolean isGone() {
    return dead || death.isPresent() && !death.get().stored();
  }

  void livesOn() {
    death = Optional.empty();
  }

  @Override
  public Generation generate(
      ReportKey key, Optional<Report> previous, CallAllowance allowance, Deadline deadline) {
    Instant began = clock.instant();
    model.generates(mind, key, began);
    if (death.isPresent() && --requestsLeft <= 0) {
      throw died();
    }
    return history.generation(this, key, began, allowance.take(deadline));
  }

  private LocalCache forgetful(LocalCache real) {
    return Intercept.calls(
        LocalCache.class,
        real,
        (method, _, through) ->
            method.equals("store") && death.isPresent() && !death.get().stored()
                ? null
                : through.call());
  }

  private <T> T mortal(Class<T> port, T real) {
    return Intercept.calls(
        port,
        real,
        (method, arguments, through) -> {
          if (!(arguments[0] instanceof ReportKey key) || model.askedFor(mind, key)) {
            history.meanwhile(this, method);
          }
          boolean last = death.isPresent() && --requestsLeft <= 0;
          if (last && (dead || !death.get().answered())) {
            if (!dead && arguments[0] instanceof Bundle bundle) {
              death.get().leftBehind().accept(bundle);
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

  private Died died() {
    dead = true;
    return new Died();
  }

  private void hear(String method, Object[] arguments, @Nullable Object answer) {
    Instant now = clock.instant();
    switch (method) {
      case "tryAcquire" -> {
        if (answer instanceof Claim.Held(var lease)) {
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
