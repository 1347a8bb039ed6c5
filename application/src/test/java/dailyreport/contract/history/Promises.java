package dailyreport.contract.history;

import dailyreport.application.cache.CacheAnswer;
import dailyreport.application.cache.CacheAnswer.Absent;
import dailyreport.application.cache.CacheAnswer.Denied;
import dailyreport.application.cache.CacheAnswer.Failed;
import dailyreport.application.cache.CacheAnswer.Pending;
import dailyreport.application.cache.CacheAnswer.Served;
import dailyreport.application.cache.CacheAnswer.Source;
import dailyreport.contract.history.Question.Ask;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What a cache promises, each in a sentence: cache.md, sections 1, 3 and 6. */
final class Promises {
  /** When cut-offs could not be read for this long, nothing is fresh. */
  private static final Duration UNREADABLE = Duration.ofMinutes(10);

  /** Longer than a request takes here. */
  private static final Duration REQUEST = Duration.ofSeconds(1);

  private final Model model;

  Promises(Model model) {
    this.model = model;
  }

  /** One was not kept. */
  static final class Broken extends AssertionError {
    private static final long serialVersionUID = 1;

    Broken(String promise) {
      super(promise);
    }
  }

  /** An instance begins to generate. */
  void generates(Mind mind, ReportKey key, Instant now) {
    Question asked = mind.question.orElseThrow();
    Model.Held held = model.leases.get(key);
    boolean leased = held != null && held.by() == mind && now.isBefore(held.until());
    promise(asked.what().waits(), "only who may wait generates");
    promise(!asked.needless().contains(key), "nothing is generated that is there");
    promise(asked.generated().add(key), "a question generates a key once");
    promise(!now.isBefore(mind.coolsUntil.getOrDefault(key, now)), "after a fault it cools down");
    promise(leased || !model.answers(now), "who generates has the lease");
    if (leased && asked.what() == Ask.GET) {
      promise(
          !model.answers(now) || model.lyingBefore(key, held.since(), now).isEmpty(),
          "who has the lease looks again");
    }
  }

  /** A lease is given. */
  void leased(ReportKey key, Instant now) {
    Model.Held held = model.leases.get(key);
    promise(held == null || !now.isBefore(held.until()), "a lease has one holder at a time");
  }

  /** A question is answered. */
  void answered(Mind mind, CacheAnswer answer, Instant now) {
    Question asked = mind.question.orElseThrow();
    promise(
        !model.answers(now) || !asked.meanwhile().isEmpty() || !holdsOn(mind, asked, now),
        "who has answered has no lease");
    mind.known.addAll(asked.known());
    switch (answer) {
      case Served served -> served(mind, asked, served, now);
      case Absent _ -> absent(asked, now);
      case Failed _ -> promise(triedLately(mind, asked), "no fault of a tier is a failure");
      case Pending _ -> promise(mayBePending(asked), "who may wait waits for a lease only");
      case Denied _ -> promise(false, "nobody is denied here");
    }
  }

  private void served(Mind mind, Question asked, Served served, Instant now) {
    Made one = known(served.entry());
    Instant judged = asked.judgedAt(now);
    boolean fresh = served.freshness() == Freshness.FRESH;
    promise(one.key().ticker().equals(asked.key().ticker()), "the ticker asked for is answered");
    promise(!one.key().session().isAfter(asked.key().session()), "no later session is answered");
    promise(one.usableAt(judged), "nothing is served beyond its life");
    promise(!fresh || one.freshAt(judged), "nothing is fresh beyond its time");
    promise(
        served.age().compareTo(one.life().age(judged)) >= 0
            && served.age().compareTo(one.life().age(now)) <= 0,
        "the age is told");
    promise(!cut(one, asked, Strength.HARD), "what was invalidated is not served");
    promise(!fresh || !cut(one, asked, Strength.SOFT), "what was outdated is not fresh");
    promise(
        !fresh || served.source() == Source.GENERATED || !blind(asked),
        "nothing is fresh while cut-offs cannot be read");
    Made before = mind.served.getOrDefault(one.key(), one);
    promise(
        asked.newest().isEmpty()
            || !asked.meanwhile().isEmpty()
            || !one.key().equals(asked.key())
            || !one.life().startedAt().isBefore(asked.newest().get()),
        "a newer record is not overlooked for longer than a window");
    promise(
        !before.follows(one) || gone(before, asked) || asked.what() == Ask.REFRESH,
        "who was served a newer one is not served an older one");
    if (!before.follows(one)) {
      mind.served.put(one.key(), one);
    }
  }

  private void absent(Question asked, Instant now) {
    List<Made> lately = negatives(asked).filter(one -> one.freshAt(asked.judgedAt(now))).toList();
    List<Made> valid = lately.stream().filter(one -> !cut(one, asked, Strength.HARD)).toList();
    promise(!lately.isEmpty(), "a negative answer was made, and lately");
    promise(!valid.isEmpty(), "what was invalidated is not served");
    promise(
        valid.stream().anyMatch(one -> !cut(one, asked, Strength.SOFT)),
        "what was outdated is not fresh");
  }

  /** A chart is shown. */
  void shown(Mind mind, String mark, boolean ofTheRecord) {
    promise(ofTheRecord, "a chart is that of its record");
    promise(model.made.containsKey(mark), "a chart was made once");
    promise(
        !cut(model.made.get(mark), mind.question.orElseThrow(), Strength.HARD),
        "no chart is shown of what was invalidated");
  }

  /** What lies in the shared tier. */
  void stored(CacheEntry entry, Instant now) {
    if (entry instanceof CacheEntry.Positive positive) {
      known(positive);
    }
    Model.Lying before = model.records.get(entry.key());
    if (before == null || !before.entry().equals(entry)) {
      Instant began = entry.validity().startedAt();
      promise(
          before == null || !began.isBefore(before.entry().validity().startedAt()),
          "an older generation never replaces a newer one");
      model.records.put(entry.key(), new Model.Lying(entry, now));
    }
  }

  private Made known(CacheEntry.Positive entry) {
    Made one = model.made.get(Made.mark(entry.report()));
    if (one == null || one.negative()) {
      throw new Broken("what is kept was made once");
    }
    promise(one.key().equals(entry.key()), "what is kept is under its key");
    promise(one.sameLife(entry.validity()), "a life is minted once and copied verbatim");
    return one;
  }

  private static boolean cut(Made one, Question asked, Strength strength) {
    return asked.known().stream().anyMatch(cut -> one.cutBy(cut, strength));
  }

  private boolean blind(Question asked) {
    return model.downSince.isPresent()
        && !model.downSince.get().isAfter(asked.at().minus(UNREADABLE));
  }

  /** Whether nothing newer than an older one may be left: all that was kept of it has ended. */
  private boolean gone(Made one, Question asked) {
    return !one.usableAt(asked.at())
        || model.cutOffs.stream().anyMatch(cut -> one.cutBy(cut, Strength.HARD))
        || negatives(asked).anyMatch(negative -> negative.follows(one));
  }

  private Stream<Made> negatives(Question asked) {
    return model.made.values().stream()
        .filter(one -> one.negative() && one.key().ticker().equals(asked.key().ticker()));
  }

  /** A lease that was had for this question and stays, but not as a cool-down. */
  private boolean holdsOn(Mind mind, Question asked, Instant now) {
    return model.leases.entrySet().stream()
        .anyMatch(lease ->
            lease.getValue().by() == mind
                && !lease.getValue().since().isBefore(asked.at())
                && lease.getValue().until().isAfter(now)
                && !mind.coolsUntil.containsKey(lease.getKey()));
  }

  private static boolean triedLately(Mind mind, Question asked) {
    return mind.coolsUntil.entrySet().stream()
        .anyMatch(cool ->
            cool.getKey().ticker().equals(asked.key().ticker())
                && cool.getValue().plus(REQUEST).isAfter(asked.at()));
  }

  private boolean mayBePending(Question asked) {
    return !asked.what().waits()
        || !asked.meanwhile().isEmpty()
        || model.leases.entrySet().stream()
            .anyMatch(lease ->
                lease.getKey().ticker().equals(asked.key().ticker())
                    && lease.getValue().until().isAfter(asked.at()));
  }

  private static void promise(boolean kept, String promise) {
    if (!kept) {
      throw new Broken(promise);
    }
  }
}
