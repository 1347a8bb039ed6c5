package dailyreport.contract.history;

import dailyreport.contract.history.Question.Ask;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.cache.Watermarks.CutOff;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What has happened, as far as {@link Promises} depend on it. Knows nothing of tiers or tags. */
final class Model {
  /** What is known of cut-offs is at most so old, while the remote side answers. */
  private static final Duration WINDOW = Duration.ofSeconds(60);

  /** After a fault the remote side may be left alone for this long. */
  private static final Duration BREAKER = Duration.ofSeconds(30);

  private static final Duration COOL_DOWN = Duration.ofSeconds(60);

  final Map<String, Made> made = new HashMap<>();
  final Map<ReportKey, Held> leases = new HashMap<>();

  /** Records as they were seen last, until they are deleted. */
  final Map<ReportKey, Lying> records = new HashMap<>();

  final List<CutOff> cutOffs = new ArrayList<>();
  Optional<Instant> downSince = Optional.empty();
  private Instant mendedAt = Instant.EPOCH;

  /** A lease: by whom it is held, since when, and when it ends. */
  record Held(Mind by, Instant since, Instant until) {}

  /** A record of the shared tier, and since when it has been there. */
  record Lying(CacheEntry entry, Instant since) {}

  void cut(Instant now) {
    downSince = Optional.of(downSince.orElse(now));
  }

  void mend(Instant now) {
    if (down()) {
      downSince = Optional.empty();
      mendedAt = now;
    }
  }

  boolean down() {
    return downSince.isPresent();
  }

  /** Whether every instance reaches what is remote, breakers included. */
  boolean answers(Instant now) {
    return !down() && !now.isBefore(mendedAt.plus(BREAKER));
  }

  void raised(Mind by, CutOff cut) {
    cutOffs.add(cut);
    by.known.addAll(cutOffs);
  }

  void deleted(Scope scope) {
    records.keySet().removeIf(scope::covers);
  }

  void made(Made one) {
    made.put(one.mark(), one);
  }

  void failed(Mind mind, ReportKey key, Instant now) {
    mind.coolsUntil.put(key, now.plus(COOL_DOWN));
  }

  void leased(Mind mind, ReportKey key, Instant now, Instant until) {
    leases.put(key, new Held(mind, now, until));
  }

  /** A lease is to end then; what does not arrive leaves it as it is. */
  void released(Mind mind, ReportKey key, Instant until) {
    Held held = leases.get(key);
    if (!down() && held != null && held.by() == mind) {
      leases.put(key, new Held(mind, held.since(), until));
    }
  }

  /** A usable record has been there since before that instant. */
  Optional<CacheEntry> lyingBefore(ReportKey key, Instant before, Instant now) {
    return Optional.ofNullable(records.get(key))
        .filter(lying -> lying.since().isBefore(before))
        .map(Lying::entry)
        .filter(entry -> worth(entry, now) != Freshness.EXPIRED);
  }

  /**
   * An instance is asked; it must know what is a window old.
   *
   * @param there whether nothing has to be generated for it
   */
  void asked(Mind mind, Ask what, ReportKey key, Instant now, boolean there) {
    var known = new HashSet<>(mind.known);
    if (answers(now)) {
      cutOffs.stream().filter(cut -> cut.at().isBefore(now.minus(WINDOW))).forEach(known::add);
    }
    Set<ReportKey> needless = there ? Set.of(key) : Set.of();
    Optional<Instant> newest =
        lyingBefore(key, now.minus(WINDOW), now)
            .filter(_ -> answers(now))
            .map(entry -> entry.validity().startedAt());
    mind.question =
        Optional.of(
            new Question(
                what,
                key,
                now,
                known,
                newest,
                new HashSet<>(needless),
                new HashSet<>(),
                new HashSet<>()));
  }

  /** Somebody else has done something between two requests of this instance. */
  void meanwhile(Mind mind, String before) {
    mind.question.ifPresent(question -> {
      question.needless().clear();
      question.meanwhile().add(before);
      if (down()) {
        question.known().retainAll(mind.known); // it may not have heard of more in time
      }
    });
  }

  /** What an entry is worth to whoever knows everything. */
  Freshness worth(CacheEntry entry, Instant now) {
    var one = new Made(entry.key(), entry.validity(), entry instanceof CacheEntry.Negative);
    boolean hidden = cutOffs.stream().anyMatch(cut -> one.cutBy(cut, Strength.HARD));
    boolean soft = cutOffs.stream().anyMatch(cut -> one.cutBy(cut, Strength.SOFT));
    return switch (entry.at(now)) {
      case FRESH -> hidden ? Freshness.EXPIRED : soft ? Freshness.STALE : Freshness.FRESH;
      case STALE -> hidden ? Freshness.EXPIRED : Freshness.STALE;
      case NEGATIVE -> hidden || soft ? Freshness.EXPIRED : Freshness.NEGATIVE;
      case EXPIRED -> Freshness.EXPIRED;
    };
  }
}
