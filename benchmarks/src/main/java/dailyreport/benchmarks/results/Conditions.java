package dailyreport.benchmarks.results;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.SequencedSet;

/**
 * What must stand beside figures for them to mean something.
 *
 * @param facts name and value of what is the same for all of the run, in the order of printing
 * @param sittings when it was measured, how long it took, and the load; more than one when a run
 *     was resumed
 * @param invalid why nobody should quote the figures; empty when somebody may
 */
public record Conditions(
    SequencedMap<String, String> facts, List<String> sittings, SequencedSet<String> invalid) {
  public Conditions {
    facts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(facts));
    sittings = List.copyOf(sittings);
    invalid = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(invalid));
  }

  /** Before the first benchmark: the reasons are known, the duration is not. */
  public static Conditions before(
      SequencedMap<String, String> facts, Load before, int cores, boolean quick) {
    var invalid = new LinkedHashSet<String>();
    if (before.means().isEmpty()) {
      invalid.add("the load before the first benchmark is unknown");
    } else if (before.tooHigh(cores)) {
      invalid.add(
          String.format(
              Locale.ROOT,
              "the load before the first benchmark was %s on %d cores, more than half of them",
              before.toString().split(" ", 2)[0],
              cores));
    }
    if (quick) {
      invalid.add("a quick run: no fork, hardly any warm-up");
    }
    return new Conditions(facts, List.of(), invalid);
  }

  /** With the sitting that has lasted until now. */
  public Conditions with(Instant started, Duration lasted, Load before, Load after) {
    var more = new ArrayList<>(sittings);
    more.add(
        String.format(
            Locale.ROOT,
            "started %s, lasted %d min %d s, load before %s, after %s",
            started.truncatedTo(ChronoUnit.SECONDS),
            lasted.toMinutes(),
            lasted.toSecondsPart(),
            before,
            after));
    return new Conditions(facts, more, invalid);
  }

  /** Whether figures of the two may stand in one table. */
  public boolean sameFacts(Conditions other) {
    return facts.equals(other.facts);
  }

  /** These, continuing an earlier sitting: its reasons for being invalid stay. */
  public Conditions after(Conditions earlier) {
    var both = new LinkedHashSet<>(earlier.invalid);
    both.addAll(invalid);
    return new Conditions(facts, earlier.sittings, both);
  }

  /** The names of the facts that differ, each with both values. */
  public List<String> differences(Conditions other) {
    return facts.entrySet().stream()
        .filter(fact -> !fact.getValue().equals(other.facts.get(fact.getKey())))
        .map(fact ->
            "%s was %s and is %s"
                .formatted(
                    fact.getKey(),
                    other.facts.getOrDefault(fact.getKey(), "unknown"),
                    fact.getValue()))
        .toList();
  }

  /** One line, empty when the figures stand. */
  String verdict() {
    return invalid.isEmpty() ? "" : "INVALID: " + String.join("; ", invalid);
  }

  /** When the first sitting began; empty before it. */
  String started() {
    return sittings.isEmpty() ? "" : sittings.getFirst().replaceFirst(",.*", "");
  }

  /** A fact, or nothing at all where it is missing. */
  String fact(String name) {
    return facts.getOrDefault(name, "");
  }
}
