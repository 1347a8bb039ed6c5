package dailyreport.bootstrap.local;

import dailyreport.application.cache.CacheAnswer;
import dailyreport.application.cache.CacheAnswer.Source;
import dailyreport.application.cache.Requester;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.PortException;
import dailyreport.bootstrap.local.folder.OutputFolder;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.market.Instrument;
import dailyreport.domain.report.Narrative;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.PartRef;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportKey;
import dailyreport.domain.report.ReportText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the cache for a report and shows what it answers. */
final class ReportPrinter {
  /** The worker's deadline on Lambda, so that a report behaves the same on both. */
  private static final Duration WORK = Duration.ofSeconds(105);

  private static final Duration READING = Duration.ofSeconds(5);

  private final LocalComponent desk;
  private final PrintWriter out;
  private final PrintWriter err;

  ReportPrinter(LocalComponent desk, PrintWriter out, PrintWriter err) {
    this.desk = desk;
    this.out = out;
    this.err = err;
  }

  /** Prints the report, or one line that says why there is none; the exit code. */
  int print(Instrument instrument, @Nullable Path folder, boolean json) {
    Instant now = desk.clock().instant();
    ReportKey key = desk.sessions().newest(instrument.ticker(), now);
    var work = Deadline.in(WORK, now);
    return switch (answer(key, work)) {
      case CacheAnswer.Served served -> show(served, folder, json);
      case CacheAnswer.Absent(var reason, var newest) ->
          none(
              switch (reason) {
                case UNKNOWN_TICKER ->
                    "the price source does not know " + instrument.underlying().symbol();
                case NO_DATA_FOR_SESSION ->
                    "no prices of %s for %s%s"
                        .formatted(
                            instrument.underlying().symbol(),
                            key.session(),
                            newest.map(day -> "; the newest are of " + day).orElse(""));
              });
      case CacheAnswer.Pending() ->
          none(key + " is being made by another process; ask again in a minute");
      case CacheAnswer.Failed(var cause) -> none(cause);
      case CacheAnswer.Denied(var scope) -> none("the limit of new reports is reached: " + scope);
    };
  }

  /** No job refreshes what is stale here: the process ends with its answer, so it tries itself. */
  private CacheAnswer answer(ReportKey key, Deadline work) {
    CacheAnswer kept = desk.cache().get(key, Requester.nobody(), work, work);
    return kept instanceof CacheAnswer.Served served
            && served.freshness() == Freshness.STALE
            && desk.cache().refresh(served.report().key(), work)
                instanceof CacheAnswer.Served renewed
        ? renewed
        : kept;
  }

  private int none(String reason) {
    err.println("bot: " + reason);
    return CommandLineTool.NO_ANSWER;
  }

  private int show(CacheAnswer.Served served, @Nullable Path folder, boolean json) {
    CacheEntry.Positive entry = served.entry();
    byte[] record = desk.codec().encode(entry);
    String text = ReportText.compose(entry.report(), served.freshness() == Freshness.STALE);
    out.println(json ? new String(record, StandardCharsets.UTF_8) : text);
    PrintWriter facts = json ? err : out;
    facts.println("source: " + label(served.source()));
    facts.println("age: " + served.age().toSeconds() + " s");
    facts.println(
        "validity: fresh until %s, usable until %s (%s)"
            .formatted(
                entry.validity().freshUntil(), entry.validity().usableUntil(), served.freshness()));
    if (entry.report().narrative().author() != Narrative.Author.MODEL) {
      facts.println(
          "narrative: template"
              + (desk.config().openAiKey().isPresent() ? "" : " (no OPENAI_API_KEY)"));
    }
    out.flush();
    return folder == null ? CommandLineTool.FINE : write(folder, served.report(), text, record);
  }

  private static String label(Source source) {
    return switch (source) {
      case LOCAL -> "sqlite";
      case SHARED -> "shared";
      case GENERATED -> "generated";
    };
  }

  private int write(Path folder, Report report, String text, byte[] record) {
    try {
      var files = OutputFolder.at(folder);
      files.write("report.txt", text.getBytes(StandardCharsets.UTF_8));
      files.write("report.json", record);
      for (Part part : parts(report)) {
        switch (part.ref().name()) {
          case CHART -> files.write("chart.png", part.bytes());
          case PDF -> files.write("report.pdf", part.bytes());
          case NEWS -> {
            // The headlines stand in report.json.
          }
        }
      }
      err.println("files: " + folder.toAbsolutePath().normalize());
      return CommandLineTool.FINE;
    } catch (IOException e) {
      return none("the report could not be written to " + folder + ": " + OutputFolder.reason(e));
    }
  }

  /** The stored parts; what is absent is drawn anew from the report. */
  private List<Part> parts(Report report) {
    var kept = report.parts().stream().map(ref -> stored(report.key(), ref)).toList();
    boolean whole =
        kept.stream().allMatch(Optional::isPresent)
            && report.part(PartName.CHART).isPresent()
            && report.part(PartName.PDF).isPresent();
    return whole ? kept.stream().flatMap(Optional::stream).toList() : desk.parts().all(report);
  }

  private Optional<Part> stored(ReportKey key, PartRef ref) {
    try {
      return desk.shared()
          .flatMap(
              ports -> ports.cache().part(key, ref, Deadline.in(READING, desk.clock().instant())))
          .map(bytes -> new Part(ref, bytes));
    } catch (PortException.Cache e) {
      return Optional.empty();
    }
  }
}
