package dailyreport.application.cache;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Tags;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Outcome;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One generation by whoever has the right to it: charged, made, its validity minted, stored. Only a
 * report costs its requester anything.
 */
final class PaidGeneration {
  private final Lookups lookups;
  private final SharedTier shared;
  private final WriteThrough writes;
  private final SessionTtlPolicy policy;
  private final ReportGenerator generator;
  private final GenerationBudget budget;
  private final CacheEvents events;

  PaidGeneration(
      Lookups lookups,
      SharedTier shared,
      WriteThrough writes,
      SessionTtlPolicy policy,
      ReportGenerator generator,
      GenerationBudget budget,
      CacheEvents events) {
    this.lookups = lookups;
    this.shared = shared;
    this.writes = writes;
    this.policy = policy;
    this.generator = generator;
    this.budget = budget;
    this.events = events;
  }

  /**
   * The report or the definite absence, stored.
   *
   * @throws PortException when a technology failed and nothing can be said; nothing is kept then
   */
  CacheAnswer of(ReportKey key, Requester who, CallAllowance allowance, Deadline work) {
    if (!budget.charge(who)) {
      events.log().record(new AppEvent.BudgetDenied("requester"));
      return new CacheAnswer.Denied("requester");
    }
    try {
      return made(key, who, allowance, work).answer(events.clock().instant());
    } catch (PortException e) {
      budget.refund(who);
      throw e;
    }
  }

  private Seen made(ReportKey key, Requester who, CallAllowance allowance, Deadline work) {
    // Tags before the start: what they mark is older than what is made now, and may be replaced.
    Optional<Tags> before = shared.tags(key, work);
    Instant startedAt = events.clock().instant();
    var deadline = new Deadline(work.at().minus(SharedTier.WRITE));
    return switch (generator.generate(key, previous(key, work), allowance, deadline)) {
      case Generation.Made(var report, var parts, var outcome) ->
          writes.store(
              new CacheEntry.Positive(key, report, policy.mint(key, startedAt, outcome)),
              parts,
              before,
              work);
      case Generation.Definitive(var reason, var newest) -> {
        budget.refund(who);
        yield writes.store(
            new CacheEntry.Negative(
                key, reason, newest, policy.mint(key, startedAt, Outcome.NEGATIVE)),
            List.of(),
            before,
            work);
      }
    };
  }

  private Optional<Report> previous(ReportKey key, Deadline work) {
    return lookups
        .anyAge(policy.sessions().before(key), _ -> true, work)
        .map(Seen::entry)
        .filter(CacheEntry.Positive.class::isInstance)
        .map(CacheEntry.Positive.class::cast)
        .map(CacheEntry.Positive::report);
  }
}
