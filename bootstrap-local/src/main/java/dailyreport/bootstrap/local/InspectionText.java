package dailyreport.bootstrap.local;

import dailyreport.application.port.ReportCodec;
import dailyreport.bootstrap.local.Inspection.Held;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Validity;
import dailyreport.domain.cache.Watermarks;
import dailyreport.domain.report.Figures;
import dailyreport.domain.report.Method;
import dailyreport.domain.report.Narrative;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.PartRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Both tiers' entry of a key side by side. Instants are told in UTC and, for the people who read
 * the reports, in Bangkok's time.
 *
 * @param cutOffs empty when they could not be read
 */
record InspectionText(
    Inspection seen, Optional<Watermarks> cutOffs, ReportCodec codec, Instant now) {
  private static final int SHORT_DIGEST = 12;

  /** The lines about it, the last one with a line break too. */
  String text() {
    if (seen.nothing()) {
      return seen.key() + ": in neither tier\n";
    }
    var table =
        TextTable.ofWords()
            .row(seen.key().toString(), "sqlite", "shared")
            .row("held", held(seen.local()), held(seen.shared()));
    row(table, "by time", entry -> entry.at(now).name());
    row(table, "by cut-offs", this::worth);
    row(table, "source", entry -> positive(entry, it -> source(it.report().method())));
    row(table, "generation", entry -> entry.validity().generation());
    instants(table, "started", Validity::startedAt);
    instants(table, "fresh until", Validity::freshUntil);
    instants(table, "usable until", Validity::usableUntil);
    row(table, "record", this::record);
    for (PartName name : PartName.values()) {
      row(table, name.name().toLowerCase(Locale.ROOT), entry -> part(entry, name));
    }
    return table.row("checked", checked(seen.local()), "-").text() + verdict() + scopes();
  }

  private void row(TextTable table, String label, Function<CacheEntry, String> of) {
    table.row(label, cell(seen.local(), of), cell(seen.shared(), of));
  }

  private static String cell(Held held, Function<CacheEntry, String> of) {
    return held.found().map(of).orElse("-");
  }

  private static String held(Held held) {
    return switch (held) {
      case Held.Entry(CacheEntry entry, _) -> kind(entry);
      case Held.Nothing() -> "nothing";
      case Held.NotUsed() -> "tier not used";
      case Held.Unreadable _ -> "unreadable";
    };
  }

  private void instants(TextTable table, String label, Function<Validity, Instant> which) {
    row(table, label, entry -> InstantText.utc(which.apply(entry.validity())));
    row(table, "", entry -> InstantText.bangkok(which.apply(entry.validity())));
  }

  private String worth(CacheEntry entry) {
    Instant started = entry.validity().startedAt();
    return cutOffs
        .map(marks ->
            marks.hides(entry.key(), started)
                ? "hidden (hard)"
                : marks.stales(entry.key(), started) ? "STALE (soft)" : "untouched")
        .orElse("unknown");
  }

  private static String kind(CacheEntry entry) {
    return switch (entry) {
      case CacheEntry.Positive(_, var report, _) ->
          report.narrative().author() == Narrative.Author.MODEL
              ? "report by " + report.usage().model()
              : "report by the template";
      case CacheEntry.Negative(_, var reason, var newest, _) ->
          reason.name().toLowerCase(Locale.ROOT)
              + newest.map(day -> ", newest is " + day).orElse("");
    };
  }

  private static String positive(CacheEntry entry, Function<CacheEntry.Positive, String> describe) {
    return entry instanceof CacheEntry.Positive report ? describe.apply(report) : "-";
  }

  /** An example is no answer to who asks for live prices, and looks like a lost report to them. */
  private static String source(Method method) {
    if (!method.example()) {
      return method.source();
    }
    return method.source() + (method.source().equals("sample") ? " (--sample)" : " (--prices)");
  }

  private String record(CacheEntry entry) {
    byte[] bytes = codec.encode(entry);
    return described(bytes.length, Part.sha256(bytes));
  }

  private static String described(long size, String sha256) {
    return Figures.grouped(BigDecimal.valueOf(size), 0)
        + " bytes "
        + sha256.substring(0, SHORT_DIGEST);
  }

  private String part(CacheEntry entry, PartName name) {
    return positive(
        entry,
        it ->
            it.report()
                .part(name)
                .map(ref -> described(ref.size(), ref.sha256()) + presence(ref))
                .orElse("-"));
  }

  private String presence(PartRef ref) {
    return switch (seen.parts().get(ref)) {
      case THERE -> ", there";
      case OTHER_BYTES -> ", OTHER BYTES there";
      case ABSENT -> ", ABSENT";
      case UNREADABLE -> ", unreadable";
      case null -> "";
    };
  }

  private static String checked(Held local) {
    return local instanceof Held.Entry(_, var at) && at.isPresent()
        ? at.get().equals(Instant.EPOCH) ? "never" : InstantText.utc(at.get())
        : "-";
  }

  private String verdict() {
    Optional<CacheEntry> local = seen.local().found();
    Optional<CacheEntry> shared = seen.shared().found();
    if (local.isPresent() && shared.isPresent()) {
      Validity mine = local.get().validity();
      Validity theirs = shared.get().validity();
      if (mine.equals(theirs)) {
        return local.get().equals(shared.get())
            ? "both tiers hold the same generation\n"
            : "both tiers hold the same generation; the parts of one were rebuilt\n";
      }
      return "the tiers hold DIFFERENT generations; the newer one is in "
          + (mine.startedAt().isAfter(theirs.startedAt()) ? "sqlite" : "shared")
          + "\n";
    }
    return reason("sqlite", seen.local()) + reason("shared", seen.shared());
  }

  private static String reason(String tier, Held held) {
    return switch (held) {
      case Held.Entry _ -> "only " + tier + " holds it\n";
      case Held.Unreadable(String why) -> tier + " cannot be read: " + why + "\n";
      case Held.Nothing(), Held.NotUsed() -> "";
    };
  }

  private String scopes() {
    if (cutOffs.isEmpty()) {
      return "";
    }
    List<String> applying =
        cutOffs.get().cutOffs().stream()
            .filter(cutOff -> cutOff.scope().covers(seen.key()))
            .map(cutOff ->
                "cut-off: %s, %s, begun before %s\n"
                    .formatted(
                        cutOff.strength().name().toLowerCase(Locale.ROOT),
                        ScopeText.of(cutOff.scope()),
                        InstantText.both(cutOff.at())))
            .toList();
    return applying.isEmpty() ? "no cut-off concerns it\n" : String.join("", applying);
  }
}
