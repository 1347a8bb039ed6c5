package dailyreport.contract;

import dailyreport.application.cache.CacheAnswer;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.cache.Validity;
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

/**
 * What a cache may answer, said as briefly as can be: which generations there were, who was told
 * what, and what is allowed after that. Knows nothing of tiers or tags.
 */
final class HistoryModel {
  private static final Duration WINDOW = Duration.ofSeconds(60);
  private static final Duration BREAKER = Duration.ofSeconds(30);
  private static final Duration COOL_DOWN = Duration.ofSeconds(60);
  private static final Duration UNREADABLE = Duration.ofMinutes(10);

  private final Map<String, Made> made = new HashMap<>();
  private final Map<ReportKey, Held> leases = new HashMap<>();
  private final Map<ReportKey, Instant> records = new HashMap<>();
  private final List<CutOff> cutOffs = new ArrayList<>();
  private Optional<Instant> downSince = Optional.empty();
  private Instant mendedAt = Instant.EPOCH;

  /** A promise was not kept. */
  static final class Broken extends AssertionError {
    private static final long serialVersionUID = 1;

    Broken(String promise) {
      super(promise);
    }
  }

  /** A generation and the life it was promised. */
  record Made(String mark, ReportKey key, Validity life, boolean negative) {
    boolean cutBy(CutOff cut, Strength strength) {
      return cut.strength() == strength
          && cut.scope().covers(key)
          && life.startedAt().isBefore(cut.at());
    }
  }

  private record Held(Mind by, Instant until) {}

  /** What an instance has to remember. */
  static final class Mind {
    private final Set<CutOff> known = new HashSet<>();
    private final Map<ReportKey, Instant> coolsUntil = new HashMap<>();
    private final Map<ReportKey, Made> served = new HashMap<>();
    private Optional<Question> question = Optional.empty();

    /** Comes again with the same local tier and without its memory. */
    Mind reborn() {
      var next = new Mind();
      next.served.putAll(served);
      return next;
    }
  }

  /**
   * A question of an instance.
   *
   * @param waits whether it may wait and generate
   * @param needless keys it must not generate
   * @param known cut-offs it must honour
   * @param generated what it has generated so far
   * @param meanwhile what others have done before it was answered
   */
  private record Question(
      ReportKey key,
      Instant at,
      boolean waits,
      Set<ReportKey> needless,
      Set<CutOff> known,
      Set<ReportKey> generated,
      List<String> meanwhile) {

    /** When an answer must have been right: at its end, or at some time since the question. */
    Instant judgedAt(Instant now) {
      return meanwhile.isEmpty() ? now : at;
    }
  }

  void cut(Instant now) {
    downSince = Optional.of(downSince.orElse(now));
  }

  void mend(Instant now) {
    if (downSince.isPresent()) {
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

  /** Whether an entry is there to be served by whoever knows everything. */
  Freshness worth(CacheEntry entry, Instant now) {
    var it = new Made("", entry.key(), entry.validity(), entry instanceof CacheEntry.Negative);
    boolean hidden = cutOffs.stream().anyMatch(cut -> it.cutBy(cut, Strength.HARD));
    boolean soft = cutOffs.stream().anyMatch(cut -> it.cutBy(cut, Strength.SOFT));
    Freshness byTime = entry.at(now);
    return hidden || soft && it.negative()
        ? Freshness.EXPIRED
        : soft && byTime == Freshness.FRESH ? Freshness.STALE : byTime;
  }

  /** An instance is asked; from here on it must know what is a window old. */
  void asked(Mind mind, ReportKey key, Instant now, boolean waits, Set<ReportKey> needless) {
    if (answers(now)) {
      cutOffs.stream().filter(cut -> cut.at().isBefore(now.minus(WINDOW))).forEach(mind.known::add);
    }
    mind.question =
        Optional.of(
            new Question(
                key,
                now,
                waits,
                new HashSet<>(needless),
                Set.copyOf(mind.known),
                new HashSet<>(),
                new ArrayList<>()));
  }

  /** Another instance has done something between two requests of this one. */
  void meanwhile(Mind mind, String what) {
    mind.question.ifPresent(question -> {
      question.needless().clear();
      question.meanwhile().add(what);
    });
  }

  /** Whether the instance is being asked for that key. */
  boolean askedFor(Mind mind, ReportKey key) {
    return mind.question.isPresent() && mind.question.get().key().equals(key);
  }

  void generates(Mind mind, ReportKey key, Instant now) {
    Question question = mind.question.orElseThrow(() -> new Broken("generated unasked"));
    promise(question.waits(), "only who may wait generates");
    promise(!question.needless().contains(key), "nothing is generated that is there");
    promise(question.generated().add(key), "one question generates a key once");
    promise(!now.isBefore(mind.coolsUntil.getOrDefault(key, now)), "after a fault it cools down");
    Held held = leases.get(key);
    boolean leased = held != null && held.by() == mind && now.isBefore(held.until());
    promise(leased || !answers(now), "who generates has the lease");
  }

  void made(Made one) {
    made.put(one.mark(), one);
  }

  void failed(Mind mind, ReportKey key, Instant now) {
    mind.coolsUntil.put(key, now.plus(COOL_DOWN));
  }

  void leased(Mind mind, ReportKey key, Instant now, Instant until) {
    Held held = leases.put(key, new Held(mind, until));
    promise(held == null || !now.isBefore(held.until()), "a lease has one holder at a time");
  }

  /** It ends then; a release that does not arrive leaves it as it is. */
  void released(Mind mind, ReportKey key, Instant until) {
    if (!down() && leases.containsKey(key) && leases.get(key).by() == mind) {
      leases.put(key, new Held(mind, until));
    }
  }

  void answered(Mind mind, CacheAnswer answer, Instant now) {
    Question asked = mind.question.orElseThrow();
    switch (answer) {
      case CacheAnswer.Served served -> served(mind, asked, served, now);
      case CacheAnswer.Absent(var reason, _) ->
          promise(
              made.values().stream()
                  .anyMatch(one ->
                      one.negative()
                          && one.key().ticker().equals(asked.key().ticker())
                          && asked.judgedAt(now).isBefore(one.life().freshUntil())
                          && asked.known().stream()
                              .noneMatch(cut ->
                                  one.cutBy(cut, Strength.HARD) || one.cutBy(cut, Strength.SOFT))),
              "a negative answer was given by a source, and lately: " + reason);
      case CacheAnswer.Failed(var cause) ->
          promise(
              mind.coolsUntil.entrySet().stream()
                  .anyMatch(cool ->
                      cool.getKey().ticker().equals(asked.key().ticker())
                          && cool.getValue().isAfter(asked.at())),
              "no fault of a tier is a failure: " + cause);
      case CacheAnswer.Pending() ->
          promise(
              !asked.waits()
                  || !asked.meanwhile().isEmpty()
                  || leases.entrySet().stream()
                      .anyMatch(lease ->
                          lease.getKey().ticker().equals(asked.key().ticker())
                              && lease.getValue().until().isAfter(asked.at())),
              "who may wait waits for a lease only");
      case CacheAnswer.Denied _ -> promise(false, "nobody is denied here");
    }
  }

  private void served(Mind mind, Question asked, CacheAnswer.Served served, Instant now) {
    Made one = known(served.entry());
    boolean own = served.source() == CacheAnswer.Source.GENERATED;
    boolean fresh = served.freshness() == Freshness.FRESH;
    promise(one.key().ticker().equals(asked.key().ticker()), "the ticker asked for is answered");
    promise(!one.key().session().isAfter(asked.key().session()), "no later session is answered");
    Instant judged = asked.judgedAt(now);
    promise(judged.isBefore(one.life().usableUntil()), "nothing is served beyond its life");
    promise(!fresh || judged.isBefore(one.life().freshUntil()), "nothing is fresh beyond its time");
    promise(
        served.age().compareTo(one.life().age(judged)) >= 0
            && served.age().compareTo(one.life().age(now)) <= 0,
        "the age is told");
    for (CutOff cut : asked.known()) {
      promise(!one.cutBy(cut, Strength.HARD), "what was invalidated is not served");
      promise(!one.cutBy(cut, Strength.SOFT) || !fresh, "what was outdated is not fresh");
    }
    boolean blind = downSince.isPresent() && !downSince.get().isAfter(asked.at().minus(UNREADABLE));
    promise(own || !blind || !fresh, "nothing is fresh while cut-offs cannot be read");
    Made before = mind.served.getOrDefault(one.key(), one);
    boolean older = one.life().startedAt().isBefore(before.life().startedAt());
    promise(
        !older || !asked.at().isBefore(before.life().usableUntil()),
        "who was served a newer one is not served an older one");
    if (!older) {
      mind.served.put(one.key(), one);
    }
  }

  /** A chart that was shown, with the record beside which it lies. */
  void shown(Mind mind, String mark, boolean ofTheRecord) {
    promise(ofTheRecord, "a chart is that of its record");
    Made one = made.get(mark);
    promise(one != null, "a chart was made once");
    for (CutOff cut : mind.question.orElseThrow().known()) {
      promise(!one.cutBy(cut, Strength.HARD), "no chart is shown of what was invalidated");
    }
  }

  /** What lies in the shared tier; a deletion was told before. */
  void stored(CacheEntry entry) {
    if (entry instanceof CacheEntry.Positive positive) {
      known(positive);
    }
    Instant began = entry.validity().startedAt();
    Instant before = records.getOrDefault(entry.key(), began);
    promise(!began.isBefore(before), "an older generation never replaces a newer one");
    records.put(entry.key(), began);
  }

  private Made known(CacheEntry.Positive entry) {
    Made one = made.get(History.mark(entry.report()));
    promise(one != null && !one.negative(), "what is kept was made once");
    promise(one.key().equals(entry.key()), "what is kept is under its key");
    Validity life = entry.validity();
    promise(
        one.life().startedAt().equals(life.startedAt())
            && one.life().freshUntil().equals(life.freshUntil())
            && one.life().usableUntil().equals(life.usableUntil()),
        "a life is minted once and copied verbatim");
    return one;
  }

  private static void promise(boolean kept, String promise) {
    if (!kept) {
      throw new Broken(promise);
    }
  }
}
