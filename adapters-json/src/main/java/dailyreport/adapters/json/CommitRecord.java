package dailyreport.adapters.json;

import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.NegativeReason;
import dailyreport.domain.cache.Validity;
import dailyreport.domain.report.PartRef;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Schema 1 of the stored form; the order of the components is the order in the file.
 *
 * <p>The head repeats key, model and parts of the report, so that a person or a script need not
 * look inside. A record whose head and report disagree is not believed. A negative entry has a
 * reason in place of a report.
 */
record CommitRecord(
    int schema,
    ReportKey key,
    String generation,
    Instant startedAt,
    Instant freshUntil,
    Instant usableUntil,
    String model,
    Optional<Report> report,
    List<PartRef> parts,
    Optional<NegativeReason> reason,
    Optional<LocalDate> newest) {
  static final int SCHEMA = 1;

  CommitRecord {
    parts = List.copyOf(parts);
  }

  static CommitRecord of(CacheEntry entry) {
    return switch (entry) {
      case CacheEntry.Positive(ReportKey key, Report report, Validity life) ->
          of(key, life, Optional.of(report), Optional.empty(), Optional.empty());
      case CacheEntry.Negative(
              ReportKey key,
              NegativeReason reason,
              Optional<LocalDate> newest,
              Validity life) ->
          of(key, life, Optional.empty(), Optional.of(reason), newest);
    };
  }

  private static CommitRecord of(
      ReportKey key,
      Validity life,
      Optional<Report> report,
      Optional<NegativeReason> reason,
      Optional<LocalDate> newest) {
    return new CommitRecord(
        SCHEMA,
        key,
        life.generation(),
        life.startedAt(),
        life.freshUntil(),
        life.usableUntil(),
        report.map(it -> it.usage().model()).orElse(""),
        report,
        report.map(Report::parts).orElse(List.of()),
        reason,
        newest);
  }

  /**
   * The entry it stands for.
   *
   * @throws IllegalArgumentException when its fields contradict one another
   */
  CacheEntry entry() {
    var life = new Validity(startedAt, freshUntil, usableUntil, generation);
    CacheEntry entry =
        report.isPresent()
            ? new CacheEntry.Positive(key, report.get(), life)
            : new CacheEntry.Negative(key, reason.orElseThrow(CommitRecord::empty), newest, life);
    if (!equals(of(entry))) {
      throw new IllegalArgumentException("head and report disagree");
    }
    return entry;
  }

  private static IllegalArgumentException empty() {
    return new IllegalArgumentException("neither report nor reason");
  }
}
