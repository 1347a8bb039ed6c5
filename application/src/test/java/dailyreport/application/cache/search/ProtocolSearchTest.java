package dailyreport.application.cache.search;

import static dailyreport.application.cache.search.Cast.BOTH_TIERS;
import static dailyreport.application.cache.search.Cast.CALM;
import static dailyreport.application.cache.search.Cast.REBUILD;
import static dailyreport.application.cache.search.Cast.REPAIR;
import static dailyreport.application.cache.search.Cast.SHARED_TIER;
import static dailyreport.application.cache.search.Harm.OLDER_OVER_NEWER;
import static dailyreport.application.cache.search.Harm.OUTDATED;
import static dailyreport.application.cache.search.Harm.RESURRECTED;
import static dailyreport.application.cache.search.Harm.TORN;
import static dailyreport.application.cache.search.Harm.UNBACKED;
import static dailyreport.application.cache.search.Harm.WASTED;
import static dailyreport.application.cache.search.Safeguard.COPY_CONFIRMED;
import static dailyreport.application.cache.search.Safeguard.DIGEST_CHECK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dailyreport.application.cache.search.Search.Found;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** That the protocol keeps its promises, and what each of its safeguards is good for. */
class ProtocolSearchTest {
  private static final List<String> PLAYED = new ArrayList<>();
  private static final Safeguard[] BRACES = {
    Safeguard.CONDITIONAL_PARTS, Safeguard.WATERMARK_BEFORE_STORE, Safeguard.DELETE_BY_TAG
  };

  @ParameterizedTest
  @MethodSource
  void theCompleteProtocolDoesNoHarm(Cast cast) {
    assertThat(played(Protocol.complete(cast)).harms()).as(cast.toString()).isEmpty();
  }

  static List<Cast> theCompleteProtocolDoesNoHarm() {
    return List.of(SHARED_TIER, BOTH_TIERS, REPAIR, REBUILD, CALM);
  }

  /** Takes half a minute, and half a gigabyte for every million states. */
  @Test
  @EnabledIfSystemProperty(
      named = "dailyreport.long",
      matches = "true",
      disabledReason = "long: -Ddailyreport.long=true plays it")
  void norDoesItWhenRepairAndInvalidationMeet() {
    Found found = played(Protocol.complete(Cast.REPAIR_AND_INVALIDATION));

    assertThat(found.harms()).as(told(found)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource
  void withoutASafeguardItDoesExactlyThis(Safeguard removed, Cast cast, Set<Harm> harms) {
    Found found = played(Protocol.complete(cast).without(removed));

    assertThat(found.harms().keySet()).as(told(found)).isEqualTo(harms);
  }

  static Stream<Arguments> withoutASafeguardItDoesExactlyThis() {
    return Stream.of(
        // The table of cache.md, section 6.
        arguments(DIGEST_CHECK, SHARED_TIER, Set.of(TORN)),
        arguments(Safeguard.CONDITIONAL_COMMIT, SHARED_TIER, Set.of(OLDER_OVER_NEWER)),
        arguments(Safeguard.STAMP_AT_START, BOTH_TIERS, Set.of(RESURRECTED)),
        arguments(Safeguard.WATERMARK_ON_READ, SHARED_TIER, Set.of(RESURRECTED)),
        // What the product does besides.
        arguments(DIGEST_CHECK, REBUILD, Set.of(TORN)),
        arguments(Safeguard.CONDITIONAL_COMMIT, REBUILD, Set.of(OLDER_OVER_NEWER)),
        arguments(Safeguard.CONDITIONAL_COMMIT, REPAIR, Set.of(OLDER_OVER_NEWER)),
        arguments(Safeguard.TAGS_BEFORE_STAMP, SHARED_TIER, Set.of(OLDER_OVER_NEWER)),
        arguments(Safeguard.TAG_OF_THE_LOOK, SHARED_TIER, Set.of(OLDER_OVER_NEWER)),
        arguments(Safeguard.LOOK_AFTER_TAGS, REPAIR, Set.of(OLDER_OVER_NEWER)),
        // A stamp at the end also makes a slow generation look newer than a quick one.
        arguments(Safeguard.STAMP_AT_START, REPAIR, Set.of(OLDER_OVER_NEWER)),
        arguments(Safeguard.WATERMARK_ON_READ, BOTH_TIERS, Set.of(RESURRECTED)),
        arguments(Safeguard.WATERMARK_REREAD, BOTH_TIERS, Set.of(RESURRECTED)),
        // A copy with a stamp of its own passes for a newer one in every respect.
        arguments(
            Safeguard.VERBATIM_COPY, BOTH_TIERS, Set.of(RESURRECTED, OLDER_OVER_NEWER, OUTDATED)),
        arguments(Safeguard.LOCAL_KEEPS_NEWER, BOTH_TIERS, Set.of(OLDER_OVER_NEWER)),
        arguments(COPY_CONFIRMED, REPAIR, Set.of(OUTDATED)),
        arguments(Safeguard.RECORD_LAST, CALM, Set.of(UNBACKED)),
        arguments(Safeguard.LEASE, CALM, Set.of(WASTED)),
        arguments(Safeguard.LOOK_AGAIN, CALM, Set.of(WASTED)));
  }

  /** The predecessor: nothing conditional, nothing checked. */
  @Test
  void withoutAnySafeguardItDoesAllThree() {
    Found found = played(new Protocol(EnumSet.noneOf(Safeguard.class), SHARED_TIER));

    assertThat(found.harms()).containsOnlyKeys(TORN, RESURRECTED, OLDER_OVER_NEWER);
  }

  /**
   * Belt and braces. A part of another generation is refused by its digest, so a condition on parts
   * only spares the newer report a rebuild; an entry from before a cut-off is refused by its
   * readers, so not storing it only spares the space; a record that an invalidation takes away by
   * mistake costs a generation.
   */
  @ParameterizedTest
  @MethodSource("theCompleteProtocolDoesNoHarm")
  void theseSparesWorkButPreventNoHarm(Cast cast) {
    Protocol without = Protocol.complete(cast).without(BRACES);

    assertThat(played(without).harms()).as(cast.toString()).isEmpty();
  }

  /** A safeguard that is in no row of the tests above would be one nobody has seen fail. */
  @Test
  void everySafeguardIsAccountedFor() {
    Set<Safeguard> removed =
        withoutASafeguardItDoesExactlyThis()
            .map(row -> (Safeguard) row.get()[0])
            .collect(Collectors.toSet());
    removed.addAll(List.of(BRACES));

    assertThat(removed).containsExactlyInAnyOrder(Safeguard.values());
  }

  /** A harm comes with the shortest story that leads to it, for whoever breaks the protocol. */
  @Test
  void aHarmIsToldStepByStep() {
    Found found = Protocol.complete(CALM).without(DIGEST_CHECK).play();

    assertThat(found.harms().get(TORN))
        .hasSizeBetween(8, 12)
        .contains("writer 1 stores its chart", "reader serves the record")
        .endsWith("reader shows the chart");
  }

  private static Found played(Protocol protocol) {
    Found found = protocol.play();
    var removed = EnumSet.allOf(Safeguard.class);
    removed.removeAll(protocol.kept());
    PLAYED.add(
        found.states()
            + ": "
            + protocol.cast()
            + (protocol.kept().isEmpty() ? " without any" : " without " + removed)
            + ", "
            + found.harms().keySet());
    return found;
  }

  @AfterAll
  static void tellHowManyStatesThereWere() {
    System.getLogger(ProtocolSearchTest.class.getName())
        .log(System.Logger.Level.INFO, "states searched:\n" + String.join("\n", PLAYED));
  }

  private static String told(Found found) {
    return found.states()
        + " states"
        + found.harms().entrySet().stream()
            .map(harm -> "\n" + harm.getKey() + "\n  " + String.join("\n  ", harm.getValue()))
            .collect(Collectors.joining());
  }
}
