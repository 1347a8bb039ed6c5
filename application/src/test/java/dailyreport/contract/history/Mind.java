package dailyreport.contract.history;

import dailyreport.domain.cache.Watermarks.CutOff;
import dailyreport.domain.report.ReportKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an instance has to remember. */
final class Mind {
  /** Cut-offs it has heard of. */
  final Set<CutOff> known = new HashSet<>();

  /** Until when it must not try a key again. */
  final Map<ReportKey, Instant> coolsUntil = new HashMap<>();

  /** The newest that it has served of a key. */
  final Map<ReportKey, Made> served = new HashMap<>();

  /** What it was asked last. */
  Optional<Question> question = Optional.empty();

  /** The same after a restart with the same local tier: memory is lost, the tier is not. */
  Mind reborn() {
    var next = new Mind();
    next.served.putAll(served);
    return next;
  }

  boolean askedFor(ReportKey key) {
    return question.isPresent() && question.get().key().equals(key);
  }
}
