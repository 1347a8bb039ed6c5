package dailyreport.contract.history;

import dailyreport.application.cache.Generation;
import dailyreport.application.cache.SessionTtlPolicy;
import dailyreport.application.port.Fault;
import dailyreport.application.port.LocalCache;
import dailyreport.contract.CacheWorld;
import dailyreport.contract.Examples;
import dailyreport.contract.history.Instance.Death;
import dailyreport.contract.history.Instance.Died;
import dailyreport.contract.history.Promises.Broken;
import dailyreport.contract.history.Source.Mood;
import dailyreport.domain.cache.Outcome;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** One random history of two instances in a world, judged as it goes. */
final class History {
  private static final List<ReportKey> KEYS =
      List.of(
          Examples.KEY,
          Source.DAY_BEFORE,
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

  /** No two things happen at the same. */
  private static final Duration INSTANT = Duration.ofMillis(1);

  /** Shorter than the session, so that lives end within a history. */
  private static final Duration CAP = Duration.ofHours(6);

  private static final Duration PATIENCE = Duration.ofSeconds(45);

  /** So short that what waits for it is not too late: below the soft timeout. */
  private static final Duration LITTLE_PATIENCE = Duration.ofMillis(100);

  private static final int LONGEST_GENERATION_SECONDS = 80;

  /** Every so many requests somebody else comes in between. */
  private static final int REQUESTS_APART = 12;

  final Model model = new Model();
  final Promises promises = new Promises(model);
  private final CacheWorld world;
  private final Random random;
  private final SessionTtlPolicy policy;
  private final Source source;
  private final Story story;
  private final Questions questions;
  private final List<Instance> instances = new ArrayList<>();
  private ReportKey focus = Examples.KEY;

  History(CacheWorld world, long seed) {
    this.world = world;
    this.random = new Random(seed);
    this.policy = world.policy().cappedAt(CAP);
    this.source = new Source(world);
    this.story = new Story(world.clock);
    this.questions = new Questions(world, model, promises, story);
    instances.add(instance("a", world.newLocalCache(), new Mind()));
    instances.add(instance("b", world.newLocalCache(), new Mind()));
  }

  /** Plays it; the promise that was broken with all that led to it, if one was. */
  Optional<String> play(int steps) {
    try {
      for (int i = 0; i < steps; i++) {
        step(random.nextInt(2));
      }
      return Optional.empty();
    } catch (Broken broken) {
      return Optional.of(broken.getMessage() + "\n  " + story);
    } catch (RuntimeException bug) {
      return Optional.of("a cache answers and does not throw " + bug + "\n  " + story);
    }
  }

  private void step(int who) {
    world.clock.advance(INSTANT);
    Instance one = instances.get(who);
    int dice = random.nextInt(100);
    ReportKey key = KEYS.get(random.nextInt(KEYS.size()));
    focus = key;
    if (dice < 78) {
      ask(one, key, PATIENCE);
    } else if (dice < 90) {
      Duration time = TIMES.get(random.nextInt(TIMES.size()));
      story.tell(time + " pass");
      world.clock.advance(time);
    } else if (dice < 93) {
      source.mood = Mood.values()[random.nextInt(Mood.values().length)];
      story.tell("the source is now: " + source.mood);
    } else if (dice < 98) {
      crash(who, key);
    } else {
      story.tell(one.name + " restarts");
      restart(who);
    }
    KEYS.forEach(questions::look);
  }

  /** What takes no time of its own. */
  private void ask(Instance one, ReportKey key, Duration patience) {
    int dice = random.nextInt(78);
    if (dice < 32) {
      questions.get(one, key, patience);
    } else if (dice < 47) {
      questions.peek(one, key);
    } else if (dice < 56) {
      questions.refresh(one, key);
    } else if (dice < 61) {
      questions.chart(one, key);
    } else if (dice < 64) {
      questions.rebuild(one, key);
    } else if (dice < 71) {
      Strength strength = random.nextInt(3) == 0 ? Strength.SOFT : Strength.HARD;
      questions.invalidate(one, scope(key), strength);
    } else {
      remote();
    }
  }

  private Scope scope(ReportKey key) {
    return switch (random.nextInt(4)) {
      case 0 -> new Scope.OfKey(key);
      case 1 -> new Scope.OfTicker(key.ticker());
      case 2 -> new Scope.OfSession(key.session());
      default -> new Scope.All();
    };
  }

  private void remote() {
    Instant now = world.clock.instant();
    if (model.down() || random.nextBoolean()) {
      story.tell("the remote side answers");
      world.mend();
      model.mend(now);
    } else {
      Fault fault = FAULTS.get(random.nextInt(FAULTS.size()));
      story.tell("the remote side is cut off: " + fault);
      world.cut(fault);
      model.cut(now);
    }
  }

  private void crash(int who, ReportKey key) {
    Instance one = instances.get(who);
    one.willDie(
        new Death(
            1 + random.nextInt(12),
            random.nextBoolean(),
            random.nextBoolean(),
            random.nextBoolean()));
    try {
      if (random.nextBoolean()) {
        questions.get(one, key, PATIENCE);
      } else {
        questions.refresh(one, key);
      }
    } catch (Died _) {
      story.tell(one.name + " has died");
    }
    if (one.gone()) {
      story.tell(one.name + " starts anew");
      restart(who);
    } else {
      one.livesOn();
    }
  }

  private void restart(int who) {
    Instance before = instances.get(who);
    boolean emptied = random.nextInt(3) == 0;
    instances.set(
        who,
        emptied
            ? instance(before.name, world.newLocalCache(), new Mind())
            : instance(before.name, before.local, before.mind.reborn()));
  }

  private Instance instance(String name, LocalCache local, Mind mind) {
    return new Instance(name, world, local, mind, policy, this);
  }

  /** Before a request of an instance the other one may do something. */
  void meanwhile(Instance one, String request) {
    if (!story.isInner() && random.nextInt(REQUESTS_APART) == 0) {
      story.tell("before " + request + " of " + one.name);
      interlude(one, request);
    }
  }

  private void interlude(Instance one, String before) {
    story.inner();
    world.clock.advance(INSTANT);
    ReportKey key = random.nextInt(3) > 0 ? focus : KEYS.get(random.nextInt(KEYS.size()));
    ask(one == instances.get(0) ? instances.get(1) : instances.get(0), key, LITTLE_PATIENCE);
    KEYS.forEach(questions::look);
    world.clock.advance(INSTANT);
    story.outer();
    model.meanwhile(one.mind, before);
  }

  /** A generation of an instance; it takes time, and the other one may do something. */
  Generation generation(Instance by, ReportKey key, Instant began, boolean modelCall) {
    Mood mood = source.mood;
    Outcome outcome = source.outcome(key, modelCall);
    story.tell(by.name + " generates " + key + ": " + (mood == Mood.BROKEN ? mood : outcome));
    if (!story.isInner()) {
      if (random.nextBoolean()) {
        interlude(by, "generation");
      }
      world.clock.advance(Duration.ofSeconds(1 + random.nextInt(LONGEST_GENERATION_SECONDS)));
    }
    if (mood == Mood.BROKEN) {
      model.failed(by.mind, key, world.clock.instant());
      throw Source.fault(key);
    }
    model.made(new Made(key, policy.mint(key, began, outcome), outcome == Outcome.NEGATIVE));
    return source.generation(key, began, outcome, mood);
  }
}
