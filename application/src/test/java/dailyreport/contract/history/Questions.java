package dailyreport.contract.history;

import static java.util.Comparator.comparing;

import dailyreport.application.cache.CacheAnswer;
import dailyreport.application.cache.Requester;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.LocalCopy;
import dailyreport.application.port.PortException;
import dailyreport.application.port.SharedCache.Lookup;
import dailyreport.contract.CacheWorld;
import dailyreport.contract.history.Question.Ask;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.PartRef;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Asks instances, and holds their answers against the promises. */
final class Questions {
  private static final Duration WEBHOOK = Duration.ofSeconds(2);
  private static final Duration WORK = Duration.ofSeconds(150);

  /** Past this share of its life a report is made anew ahead of time. */
  private static final double REFRESH_AHEAD = 0.8;

  private final CacheWorld world;
  private final Model model;
  private final Promises promises;
  private final Story story;

  Questions(CacheWorld world, Model model, Promises promises, Story story) {
    this.world = world;
    this.model = model;
    this.promises = promises;
    this.story = story;
  }

  void get(Instance one, ReportKey key, Duration patience) {
    boolean there = kept(one, key).anyMatch(it -> model.worth(it, now()) != Freshness.EXPIRED);
    ask(
        one,
        Ask.GET,
        key,
        there,
        () -> one.cache.get(key, Requester.nobody(), in(patience), in(WORK)));
  }

  void peek(Instance one, ReportKey key) {
    ask(one, Ask.PEEK, key, false, () -> one.cache.peek(key, in(WEBHOOK)));
  }

  void refresh(Instance one, ReportKey key) {
    boolean there =
        (model.down() || model.answers(now())) // else who knows with what it compares
            && kept(one, key)
                .max(comparing(it -> it.validity().startedAt()))
                .filter(this::enough)
                .isPresent();
    ask(one, Ask.REFRESH, key, there, () -> one.cache.refresh(key, in(WORK)));
  }

  private boolean enough(CacheEntry entry) {
    Instant began = entry.validity().startedAt();
    long life = Duration.between(began, entry.validity().freshUntil()).toMillis();
    return switch (model.worth(entry, now())) {
      case FRESH -> now().isBefore(began.plusMillis((long) (life * REFRESH_AHEAD)));
      case NEGATIVE -> true;
      case STALE, EXPIRED -> false;
    };
  }

  private void ask(
      Instance one, Ask what, ReportKey key, boolean there, Supplier<CacheAnswer> asking) {
    model.asked(one.mind, what, key, now(), there);
    Story.Line line = story.tell(one.name + " " + what + " " + key);
    CacheAnswer answer = asking.get();
    if (!one.gone()) {
      line.add(said(answer));
      promises.answered(one.mind, answer, now());
    }
  }

  void chart(Instance one, ReportKey key) {
    model.asked(one.mind, Ask.PART, key, now(), false);
    Story.Line line = story.tell(one.name + " chart of " + key);
    boolean unseen = model.down(); // then nobody knows what the record is when it is read
    Optional<PartRef> before = chartOfTheRecord(key);
    Optional<byte[]> chart = one.cache.parts().bytes(key, PartName.CHART, in(WEBHOOK));
    if (chart.isPresent()) {
      String text = new String(chart.get(), StandardCharsets.UTF_8);
      line.add(text);
      var ref = Optional.of(Part.of(PartName.CHART, chart.get()).ref());
      boolean ofTheRecord = unseen || ref.equals(before) || ref.equals(chartOfTheRecord(key));
      promises.shown(one.mind, text.split(" ", -1)[2], ofTheRecord);
    }
  }

  void rebuild(Instance one, ReportKey key) {
    model.asked(one.mind, Ask.PART, key, now(), false);
    Story.Line line = story.tell(one.name + " rebuilds the chart of " + key);
    boolean done = one.cache.parts().rebuild(key, PartName.CHART, this::redrawn, in(WORK));
    line.add(done ? "done" : "not done");
  }

  private Optional<Part> redrawn(Report report) {
    String text = PartName.CHART + " of " + Made.mark(report) + " drawn at " + now();
    return Optional.of(Part.of(PartName.CHART, text.getBytes(StandardCharsets.UTF_8)));
  }

  void invalidate(Instance one, Scope scope, Strength strength) {
    Story.Line line = story.tell(one.name + " invalidates " + strength + " " + scope);
    try {
      one.cache.invalidate(scope, strength, in(WEBHOOK));
    } catch (PortException.Cache e) {
      line.add("refused");
    }
  }

  /** A look into the shared tier, as nobody else takes it. */
  void look(ReportKey key) {
    record(key).ifPresent(it -> promises.stored(it, now()));
  }

  /** What the instance reaches for certain. */
  private Stream<CacheEntry> kept(Instance one, ReportKey key) {
    return Stream.concat(
        one.local.find(key).map(LocalCopy::entry).stream(),
        model.answers(now()) ? record(key).stream() : Stream.empty());
  }

  private Optional<PartRef> chartOfTheRecord(ReportKey key) {
    return record(key)
        .filter(CacheEntry.Positive.class::isInstance)
        .flatMap(entry -> ((CacheEntry.Positive) entry).report().part(PartName.CHART));
  }

  private Optional<CacheEntry> record(ReportKey key) {
    return !model.down() && world.shared().find(key, in(WORK)) instanceof Lookup.Found(var it, _)
        ? Optional.of(it)
        : Optional.empty();
  }

  private static String said(CacheAnswer answer) {
    return answer instanceof CacheAnswer.Served(var entry, _, var source, var freshness, _)
        ? source + " " + freshness + " " + entry.key() + " from " + Made.mark(entry.report())
        : answer.toString();
  }

  private Instant now() {
    return world.clock.instant();
  }

  private Deadline in(Duration time) {
    return Deadline.in(time, now());
  }
}
