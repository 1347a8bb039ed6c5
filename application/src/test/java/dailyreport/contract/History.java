package dailyreport.contract;

import dailyreport.application.cache.CacheAnswer;
import dailyreport.application.cache.Generation;
import dailyreport.application.cache.Requester;
import dailyreport.application.cache.SessionTtlPolicy;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.LocalCache;
import dailyreport.application.port.LocalCopy;
import dailyreport.application.port.PortException;
import dailyreport.application.port.SharedCache.Lookup;
import dailyreport.contract.HistoryInstance.Death;
import dailyreport.contract.HistoryInstance.Died;
import dailyreport.contract.HistoryModel.Broken;
import dailyreport.contract.HistoryModel.Made;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.cache.NegativeReason;
import dailyreport.domain.cache.Outcome;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** One random history of two instances in a world, judged by {@link HistoryModel} as it goes. */
final class History {
  private static final ReportKey DAY_BEFORE =
      new ReportKey(Examples.DBS.ticker(), LocalDate.of(2025, 11, 10));
  private static final List<ReportKey> KEYS =
      List.of(
          Examples.KEY,
          Examples.KEY,
          DAY_BEFORE,
          new ReportKey(CacheWorld.UOB.ticker(), Examples.SESSION));
  private static final List<Fault> FAULTS =
      List.of(Fault.TIMEOUT, Fault.ERROR, Fault.THROTTLED, Fault.PERMISSION);
  private static final List<Duration> TIMES =
      List.of(
          Duration.ofSeconds(7),
          Duration.ofSeconds(25),
          Duration.ofSeconds(61),
          Duration.ofMinutes(4),
          Duration.ofMinutes(11),
          Duration.ofMinutes(50),
          Duration.ofHours(4),
          Duration.ofHours(13));

  /** Shorter than any outcome's own life, so that lives end within a history. */
  private static final Duration CAP = Duration.ofHours(6);

  /** No two things happen at the same. */
  private static final Duration INSTANT = Duration.ofMillis(1);

  private static final Duration PATIENCE = Duration.ofSeconds(45);

  /** So short that a request of the other instance that waits for this is not too late. */
  private static final Duration SOON = Duration.ofMillis(100);

  private static final Duration WORK = Duration.ofSeconds(150);

  /** As seen from the policy: refreshed ahead past this share of a life. */
  private static final double REFRESH_AHEAD = 0.8;

  private static final int REQUESTS_APART = 12;

  private static final Map<ReportKey, Report> REPORTS = new ConcurrentHashMap<>();

  /** What the generator is like. */
  private enum Mood {
    WORKS,
    INCOMPLETE,
    TEMPLATE,
    BROKEN,
    KNOWS_NOTHING,
    HAS_THE_DAY_BEFORE
  }

  final HistoryModel model = new HistoryModel();
  private final CacheWorld world;
  private final RandomHistories.LeftBehind leftBehind;
  private final Random random;
  private final SessionTtlPolicy policy;
  private final HistoryInstance[] instances = new HistoryInstance[2];
  private final List<String> told = new ArrayList<>();
  private Mood mood = Mood.WORKS;
  private ReportKey focus = Examples.KEY;
  private int depth;

  History(CacheWorld world, long seed, RandomHistories.LeftBehind leftBehind) {
    this.world = world;
    this.leftBehind = leftBehind;
    this.random = new Random(seed);
    this.policy = world.policy().cappedAt(CAP);
    for (int i = 0; i < instances.length; i++) {
      restart(i, world.newLocalCache());
    }
  }

  /** Plays it; the promise that was broken with all that led to it, if one was. */
  Optional<String> play(int steps) {
    try {
      for (int i = 0; i < steps; i++) {
        step(random.nextInt(instances.length));
        look();
      }
      return Optional.empty();
    } catch (Broken broken) {
      return Optional.of(broken.getMessage() + "\n  " + String.join("\n  ", told));
    } catch (RuntimeException bug) {
      return Optional.of("no exception: " + bug + "\n  " + String.join("\n  ", told));
    }
  }

  private void step(int who) {
    HistoryInstance one = instances[who];
    ReportKey key =
        depth > 0 && random.nextInt(3) > 0 ? focus : KEYS.get(random.nextInt(KEYS.size()));
    pass(INSTANT);
    int dice = random.nextInt(depth > 0 ? 78 : 100);
    if (dice < 32) {
      get(one, key);
    } else if (dice < 47) {
      ask(one, key, "peek", false, Set.of(), () -> one.cache.peek(key, in(Duration.ofSeconds(2))));
    } else if (dice < 56) {
      refresh(one, key);
    } else if (dice < 61) {
      chart(one, key);
    } else if (dice < 64) {
      rebuild(one, key);
    } else if (dice < 71) {
      invalidate(one, key);
    } else if (dice < 78) {
      remote();
    } else if (dice < 90) {
      Duration time = TIMES.get(random.nextInt(TIMES.size()));
      tell(time + " pass");
      pass(time);
    } else if (dice < 93) {
      mood = Mood.values()[random.nextInt(Mood.values().length)];
      tell("the generator is now: " + mood);
    } else if (dice < 98) {
      crash(who, key);
    } else {
      tell(one.name + " restarts");
      restart(who, random.nextBoolean() ? one.local : world.newLocalCache());
    }
  }

  /** Now and then the other instance does something right before a request of this one. */
  void meanwhile(HistoryInstance one, String request) {
    if (depth == 0 && random.nextInt(REQUESTS_APART) == 0) {
      tell("meanwhile, before " + request + " of " + one.name);
      interlude(one);
    }
  }

  private void interlude(HistoryInstance one) {
    depth++;
    step(one == instances[0] ? 1 : 0);
    look();
    pass(INSTANT);
    depth--;
    model.meanwhile(one.mind, told.getLast());
  }

  private void get(HistoryInstance one, ReportKey key) {
    Set<ReportKey> there =
        kept(one, key).anyMatch(entry -> model.worth(entry, now()) != Freshness.EXPIRED)
            ? Set.of(key)
            : Set.of();
    ask(
        one,
        key,
        "get",
        true,
        there,
        () -> one.cache.get(key, Requester.nobody(), in(depth > 0 ? SOON : PATIENCE), in(WORK)));
  }

  private void refresh(HistoryInstance one, ReportKey key) {
    Set<ReportKey> there =
        kept(one, key)
                .max((a, b) -> a.validity().startedAt().compareTo(b.validity().startedAt()))
                .filter(this::enough)
                .isPresent()
            ? Set.of(key)
            : Set.of();
    ask(one, key, "refresh", true, there, () -> one.cache.refresh(key, in(WORK)));
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

  /** What the instance can reach. */
  private Stream<CacheEntry> kept(HistoryInstance one, ReportKey key) {
    return Stream.concat(
        one.local.find(key).map(LocalCopy::entry).stream(),
        model.answers(now()) ? record(key).stream() : Stream.empty());
  }

  private Optional<CacheEntry> record(ReportKey key) {
    return world.shared().find(key, in(WORK)) instanceof Lookup.Found(var entry, _)
        ? Optional.of(entry)
        : Optional.empty();
  }

  private interface Asking {
    CacheAnswer answer();
  }

  private void ask(
      HistoryInstance one,
      ReportKey key,
      String how,
      boolean waits,
      Set<ReportKey> needless,
      Asking asking) {
    focus = depth == 0 ? key : focus;
    model.asked(one.mind, key, now(), waits, needless);
    int line = tell(one.name + " " + how + " " + key);
    CacheAnswer answer = asking.answer();
    if (!one.isGone()) {
      told.set(line, told.get(line) + ": " + said(answer));
      model.answered(one.mind, answer, now());
    }
  }

  private void chart(HistoryInstance one, ReportKey key) {
    model.asked(one.mind, key, now(), false, Set.of());
    int line = tell(one.name + " chart of " + key);
    Optional<byte[]> chart = one.cache.parts().bytes(key, PartName.CHART, in(PATIENCE));
    if (chart.isPresent()) {
      String text = new String(chart.get(), StandardCharsets.UTF_8);
      told.set(line, told.get(line) + ": " + text);
      boolean same =
          record(key)
              .filter(CacheEntry.Positive.class::isInstance)
              .flatMap(entry -> ((CacheEntry.Positive) entry).report().part(PartName.CHART))
              .equals(Optional.of(Part.of(PartName.CHART, chart.get()).ref()));
      model.shown(one.mind, text.split(" ", -1)[2], same);
    }
  }

  private void rebuild(HistoryInstance one, ReportKey key) {
    model.asked(one.mind, key, now(), false, Set.of());
    boolean done =
        one.cache
            .parts()
            .rebuild(
                key,
                PartName.CHART,
                report ->
                    Optional.of(
                        Part.of(
                            PartName.CHART,
                            ("CHART of " + mark(report) + " drawn at " + now())
                                .getBytes(StandardCharsets.UTF_8))),
                in(PATIENCE));
    tell(one.name + " rebuild of " + key + ": " + done);
  }

  private void invalidate(HistoryInstance one, ReportKey key) {
    Scope scope =
        switch (random.nextInt(4)) {
          case 0 -> new Scope.OfKey(key);
          case 1 -> new Scope.OfTicker(key.ticker());
          case 2 -> new Scope.OfSession(key.session());
          default -> new Scope.All();
        };
    Strength strength = random.nextInt(3) == 0 ? Strength.SOFT : Strength.HARD;
    int line = tell(one.name + " invalidate " + strength + " " + scope);
    try {
      one.cache.invalidate(scope, strength, in(PATIENCE));
    } catch (PortException.Cache e) {
      told.set(line, told.get(line) + ": refused");
    }
  }

  private void remote() {
    if (model.down() || random.nextInt(2) == 0) {
      tell("the remote side answers");
      world.mend();
      model.mend(now());
    } else {
      Fault fault = FAULTS.get(random.nextInt(FAULTS.size()));
      tell("the remote side is cut: " + fault);
      world.cut(fault);
      model.cut(now());
    }
  }

  private void crash(int who, ReportKey key) {
    HistoryInstance one = instances[who];
    one.willDie(
        new Death(
            1 + random.nextInt(12),
            random.nextBoolean(),
            random.nextBoolean(),
            bundle -> leftBehind.leave(world, bundle.entry().key(), bundle.parts().getFirst())));
    try {
      if (random.nextBoolean()) {
        get(one, key);
      } else {
        refresh(one, key);
      }
    } catch (Died _) {
      tell(one.name + " has died");
    }
    if (one.isGone()) {
      tell(one.name + " starts anew");
      restart(who, random.nextInt(3) > 0 ? one.local : world.newLocalCache());
    } else {
      one.livesOn();
    }
  }

  private void restart(int who, LocalCache local) {
    HistoryInstance before = instances[who];
    instances[who] = new HistoryInstance("ab".substring(who, who + 1), world, local, policy, this);
    if (before != null && before.local == local) {
      instances[who].mind = before.mind.reborn();
    }
  }

  /** A generation of an instance: the other one does something meanwhile. */
  Generation generation(HistoryInstance by, ReportKey key, Instant began, boolean modelCall) {
    Mood now = mood;
    String mark = began.toString();
    Outcome outcome =
        switch (now) {
          case WORKS, BROKEN -> modelCall ? Outcome.COMPLETE : Outcome.TEMPLATE;
          case INCOMPLETE -> Outcome.INCOMPLETE;
          case TEMPLATE -> Outcome.TEMPLATE;
          case KNOWS_NOTHING -> Outcome.NEGATIVE;
          case HAS_THE_DAY_BEFORE -> key.equals(Examples.KEY) ? Outcome.NEGATIVE : Outcome.COMPLETE;
        };
    var life = policy.mint(key, began, outcome);
    tell(by.name + " generates " + key + " from " + mark + ", " + outcome);
    if (depth == 0) {
      if (random.nextBoolean()) {
        interlude(by);
      }
      pass(Duration.ofSeconds(1 + random.nextInt(80)));
    }
    if (now == Mood.BROKEN) {
      model.failed(by.mind, key, now());
      throw new PortException.Market(Fault.TIMEOUT, "quotes of " + key + ": scripted", null);
    }
    model.made(new Made(mark, key, life, outcome == Outcome.NEGATIVE));
    if (outcome == Outcome.NEGATIVE) {
      return now == Mood.KNOWS_NOTHING
          ? new Generation.Definitive(NegativeReason.UNKNOWN_TICKER, Optional.empty())
          : new Generation.Definitive(
              NegativeReason.NO_DATA_FOR_SESSION, Optional.of(DAY_BEFORE.session()));
    }
    List<Part> parts = Examples.parts(mark);
    Report report = REPORTS.computeIfAbsent(key, _ -> ScriptedGenerator.report(key, world.clock));
    return new Generation.Made(
        report
            .told(report.narrative(), report.usage(), began)
            .withParts(parts.stream().map(Part::ref).toList()),
        parts,
        outcome);
  }

  /** Names a generation: no two begin at the same instant. */
  static String mark(Report report) {
    return report.generatedAt().toString();
  }

  /** Looks into the shared tier, as nobody else does. */
  private void look() {
    for (ReportKey key : KEYS) {
      if (!model.down()) {
        record(key).ifPresent(model::stored);
      }
    }
  }

  private Instant now() {
    return world.clock.instant();
  }

  private void pass(Duration time) {
    world.clock.advance(time);
  }

  private Deadline in(Duration time) {
    return Deadline.in(time, now());
  }

  private int tell(String what) {
    told.add((told.size() + 1) + ". " + now() + " " + "  ".repeat(depth) + what);
    return told.size() - 1;
  }

  private static String said(CacheAnswer answer) {
    return answer instanceof CacheAnswer.Served(var entry, _, var source, var freshness, _)
        ? source + " " + freshness + " " + entry.key() + " from " + mark(entry.report())
        : answer.toString();
  }
}
