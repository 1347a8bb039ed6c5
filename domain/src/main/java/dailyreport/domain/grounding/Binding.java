package dailyreport.domain.grounding;

import dailyreport.domain.grounding.LabelIndex.Found;
import dailyreport.domain.report.Labels;
import dailyreport.domain.report.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the facts a claim may be, by the label its clause gives it: report.md, section 9, step 4.
 */
final class Binding {
  /** With a label right behind them these speak of a distance from it, or of what it measures. */
  private static final List<String> FROM = List.of("ของ", "จาก", "ตามค่า", "ตาม");

  /** Behind a number these name it once more: {@code 52.10 SGD ซึ่งเป็นเส้น SMA 20}. */
  private static final List<String> NAMING = List.of("ซึ่งเป็น", "อันเป็น", "ซึ่งคือ");

  private static final List<String> FILLERS = List.of("จุด", "ระดับ", "เส้น", "ค่าเฉลี่ย", " ");

  /** Who says a number, not what it is: {@code เป้าหมายของนักวิเคราะห์ 9 รายอยู่ที่ 71,300 VND}. */
  private static final String ANALYSTS = "นักวิเคราะห์";

  private final String text;
  private final List<FactMatch> percentiles;

  /** What a number without a label may be: a percentile is always called one. */
  private final List<FactMatch> unnamed;

  private final LabelIndex labels;

  Binding(String text, List<FactMatch> facts, LabelIndex labels) {
    this.text = text;
    Map<Boolean, List<FactMatch>> parted =
        facts.stream()
            .collect(
                Collectors.partitioningBy(one -> one.fact().labels().contains(Labels.PERCENTILE)));
    this.percentiles = parted.getOrDefault(true, List.of());
    this.unnamed = parted.getOrDefault(false, List.of());
    this.labels = labels;
  }

  /**
   * What a claim is bound to.
   *
   * @param label that names it; without one every fact but a percentile is a candidate
   * @param candidates the facts it may be
   * @param percentile whether these are percentiles
   * @param compared the sign of the comparison between claim and a label behind it, else 0
   */
  record Bound(
      Optional<Found> label, List<FactMatch> candidates, boolean percentile, int compared) {}

  Bound of(Place place) {
    Claim claim = place.claim();
    Optional<Found> behind = following(claim).or(() -> naming(place));
    Optional<Found> label =
        behind
            .or(() -> labels.last(place.clauseStart(), claim.start(), one -> names(one, claim)))
            .or(() -> labels.first(claim.end(), place.clauseEnd(), one -> names(one, claim)));
    boolean percentile = isPercentile(place, label);
    return new Bound(
        label,
        percentile ? percentiles(place, behind) : label.map(this::named).orElse(unnamed),
        percentile,
        behind.isPresent() ? Directions.comparisonAt(text, behindIt(claim)) : 0);
  }

  /**
   * The facts whose limits a claim may be: a clause without a label goes on about the one before,
   * as in {@code RSI อยู่ที่ 38.42 แต่ยังไม่ถึงระดับ 30}.
   */
  List<FactMatch> limited(Place place, Bound bound) {
    return bound.label().isPresent()
        ? bound.candidates()
        : labels.last(0, place.clauseStart(), _ -> true).map(this::named).orElse(List.of());
  }

  private static boolean names(Found label, Claim claim) {
    return !label.label().equals(ANALYSTS) || claim.unit() == Unit.NONE;
  }

  private int behindIt(Claim claim) {
    return Symbols.skipSpaces(text, claim.end());
  }

  /**
   * The label in {@code 19.51% เหนือ VWAP} or {@code 0.57 เท่าของปริมาณ}. Only a distance is read
   * this way: in {@code ราคา 53.15 SGD สูงกว่า SMA20} the number is the price.
   */
  private Optional<Found> following(Claim claim) {
    if (claim.unit() != Unit.PCT && claim.unit() != Unit.MULT) {
      return Optional.empty();
    }
    int at = behindIt(claim);
    int word =
        Directions.comparisonAt(text, at) != 0
            ? Directions.comparisonLength(text, at)
            : length(FROM, at);
    return word == 0 ? Optional.empty() : labels.at(Symbols.skipSpaces(text, at + word));
  }

  /** The label in {@code 55,100 VND ซึ่งเป็นจุดต่ำสุดของปี}. */
  private Optional<Found> naming(Place place) {
    int at = behindIt(place.claim());
    int word = length(NAMING, at);
    if (word == 0) {
      return Optional.empty();
    }
    at += word;
    Optional<Found> label = labels.at(at);
    for (int filler = length(FILLERS, at); label.isEmpty() && filler > 0; ) {
      at += filler;
      label = labels.at(at);
      filler = length(FILLERS, at);
    }
    return label.filter(found -> found.end() <= place.to());
  }

  private int length(List<String> words, int at) {
    return words.stream()
        .filter(word -> text.startsWith(word, at))
        .mapToInt(String::length)
        .findFirst()
        .orElse(0);
  }

  private boolean isPercentile(Place place, Optional<Found> label) {
    boolean named = label.map(Found::isPercentile).orElse(false);
    return named
        || (place.claim().unit() == Unit.PCT
            && labels.first(place.from(), place.claim().start(), Found::isPercentile).isPresent());
  }

  private List<FactMatch> named(Found label) {
    return unnamed.stream()
        .filter(one ->
            label.label().equals(Synonyms.LEVEL)
                ? Synonyms.LEVELS.contains(one.fact().id())
                : one.fact().labels().contains(label.label()))
        .toList();
  }

  /** The percentiles of the nearest indicator: one's percentile never covers another's. */
  private List<FactMatch> percentiles(Place place, Optional<Found> behind) {
    int start = place.claim().start();
    Optional<Found> indicator =
        behind
            .filter(label -> !label.isPercentile())
            .or(() -> labels.last(place.clauseStart(), start, one -> !one.isPercentile()))
            .or(() ->
                labels.first(place.claim().end(), place.clauseEnd(), one -> !one.isPercentile()))
            .or(() -> labels.last(0, place.clauseStart(), one -> !one.isPercentile()));
    return indicator
        .map(label ->
            percentiles.stream()
                .filter(one -> one.fact().labels().contains(label.label()))
                .toList())
        .orElse(percentiles);
  }
}
