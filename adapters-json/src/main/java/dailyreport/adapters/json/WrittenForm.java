package dailyreport.adapters.json;

import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.NegativeReason;
import dailyreport.domain.market.Band;
import dailyreport.domain.market.Bar;
import dailyreport.domain.market.Indicator;
import dailyreport.domain.market.Percentile;
import dailyreport.domain.market.Reading;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.report.Changes;
import dailyreport.domain.report.ChartData;
import dailyreport.domain.report.Method;
import dailyreport.domain.report.Narrative;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.PartRef;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportKey;
import dailyreport.domain.report.Section;
import dailyreport.domain.report.Stance;
import dailyreport.domain.report.Usage;
import java.time.DateTimeException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads a commit record in the one form in which we write it: no blanks, every field, in the order
 * of the components. It is several times as fast as the strict reader, which stays the judge of
 * everything else; see decision 0025.
 */
final class WrittenForm {
  private static final NegativeReason[] REASONS = NegativeReason.values();
  private static final Narrative.Author[] AUTHORS = Narrative.Author.values();
  private static final Section.Kind[] SECTIONS = Section.Kind.values();
  private static final Indicator[] INDICATORS = Indicator.values();
  private static final Band[] BANDS = Band.values();
  static final Stance[] STANCES = Stance.values();
  private static final PartName[] PARTS = PartName.values();

  private WrittenForm() {}

  /** The entry; empty when the record has another form, be it good or bad. */
  static Optional<CacheEntry> read(byte[] record) {
    try {
      var in = new Cursor(record);
      CommitRecord read = record(in);
      in.end();
      return read.schema() == CommitRecord.SCHEMA ? Optional.of(read.entry()) : Optional.empty();
    } catch (Cursor.OtherForm
        | IndexOutOfBoundsException
        | IllegalArgumentException
        | DateTimeException e) {
      // Broken off, or refused by the domain: the strict reader finds the place and the words.
      return Optional.empty();
    }
  }

  private static CommitRecord record(Cursor in) {
    return in.end(
        new CommitRecord(
            in.first("schema").number().toInt(),
            key(in.next("key")),
            in.next("generation").text(),
            in.next("startedAt").instant(),
            in.next("freshUntil").instant(),
            in.next("usableUntil").instant(),
            in.next("model").text(),
            in.next("report").maybe(WrittenForm::report),
            in.next("parts").list(WrittenForm::part),
            in.next("reason").maybe(it -> it.word(REASONS)),
            in.next("newest").maybe(Cursor::date)));
  }

  static ReportKey key(Cursor in) {
    return in.end(new ReportKey(new Ticker(in.first("ticker").text()), in.next("session").date()));
  }

  private static Report report(Cursor in) {
    return in.end(
        new Report(
            FactsForm.sheet(in.first("facts")),
            narrative(in.next("narrative")),
            in.next("readings").list(WrittenForm::reading),
            chart(in.next("chart")),
            method(in.next("method")),
            in.next("changes").maybe(WrittenForm::changes),
            in.next("parts").list(WrittenForm::part),
            in.next("generatedAt").instant(),
            usage(in.next("usage"))));
  }

  private static Narrative narrative(Cursor in) {
    return in.end(
        new Narrative(
            in.first("sections").list(WrittenForm::section), in.next("author").word(AUTHORS)));
  }

  private static Section section(Cursor in) {
    return in.end(
        new Section(in.first("kind").word(SECTIONS), in.next("paragraphs").list(Cursor::text)));
  }

  private static Reading reading(Cursor in) {
    return in.end(
        new Reading(
            in.first("indicator").word(INDICATORS),
            in.next("value").number().toDouble(),
            percentile(in.next("percentile"))));
  }

  private static Percentile percentile(Cursor in) {
    return in.end(
        new Percentile(in.first("value").number().toDouble(), in.next("n").number().toInt()));
  }

  private static ChartData chart(Cursor in) {
    return in.end(
        new ChartData(
            in.first("bars").list(ChartData.SESSIONS, WrittenForm::bar),
            series(in.next("series"))));
  }

  private static Bar bar(Cursor in) {
    return in.end(
        new Bar(
            in.first("session").date(),
            in.next("open").number().toDouble(),
            in.next("high").number().toDouble(),
            in.next("low").number().toDouble(),
            in.next("close").number().toDouble(),
            in.next("tradedClose").number().toDouble(),
            in.next("volume").number().toLong()));
  }

  private static Map<Indicator, List<OptionalDouble>> series(Cursor in) {
    var series = new EnumMap<Indicator, List<OptionalDouble>>(Indicator.class);
    in.fields(
        INDICATORS,
        indicator -> series.put(indicator, in.list(ChartData.SESSIONS, WrittenForm::figure)));
    return series;
  }

  static OptionalDouble figure(Cursor in) {
    return in.absent() ? OptionalDouble.empty() : OptionalDouble.of(in.number().toDouble());
  }

  private static Method method(Cursor in) {
    return in.end(
        new Method(
            in.first("source").text(),
            in.next("adjusted").truth(),
            in.next("suspect").truth(),
            in.next("firstSession").date(),
            in.next("bars").number().toInt()));
  }

  private static Changes changes(Cursor in) {
    return in.end(
        new Changes(
            in.first("since").date(),
            in.next("bands").list(WrittenForm::bandChange),
            in.next("stance").maybe(WrittenForm::stanceChange)));
  }

  private static Changes.BandChange bandChange(Cursor in) {
    return in.end(
        new Changes.BandChange(
            in.first("indicator").word(INDICATORS),
            in.next("before").word(BANDS),
            in.next("after").word(BANDS)));
  }

  private static Changes.StanceChange stanceChange(Cursor in) {
    return in.end(
        new Changes.StanceChange(in.first("before").word(STANCES), in.next("after").word(STANCES)));
  }

  private static PartRef part(Cursor in) {
    return in.end(
        new PartRef(
            in.first("name").word(PARTS),
            in.next("sha256").text(),
            in.next("size").number().toLong()));
  }

  private static Usage usage(Cursor in) {
    return in.end(
        new Usage(
            in.first("model").text(),
            in.next("promptVersion").text(),
            in.next("calls").number().toInt(),
            in.next("inputTokens").number().toLong(),
            in.next("cachedTokens").number().toLong(),
            in.next("outputTokens").number().toLong(),
            in.next("costUsd").maybe(it -> it.number().toDecimal())));
  }
}
