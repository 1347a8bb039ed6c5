package dailyreport.bootstrap.local;

import dailyreport.application.CacheAnalytics;
import dailyreport.application.Resolved;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.LocalCopy;
import dailyreport.application.port.Occupancy;
import dailyreport.application.port.PortException;
import dailyreport.application.port.SharedCache;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.market.Instrument;
import dailyreport.domain.report.ReportKey;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./bot cache}: what the tiers hold and what they were worth. */
@Command(
    name = "cache",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(show | stats | clear)",
    description = "Shows, counts and clears the cached reports.")
final class CacheCommand implements Runnable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final CommandLineTool tool;

  @Spec private @Nullable CommandSpec spec;

  CacheCommand(CommandLineTool tool) {
    this.tool = tool;
  }

  private CommandSpec spec() {
    return Objects.requireNonNull(spec);
  }

  @Override
  public void run() {
    spec().commandLine().usage(tool.out);
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Shows both tiers' entry of a receipt.")
  int show(
      @Parameters(paramLabel = "SYMBOL") String symbol,
      @Option(
              names = "--session",
              paramLabel = "DATE",
              description = "session, such as 2025-11-11 (default: the newest closed one)")
          @Nullable LocalDate session) {
    LocalComponent desk = Desk.open(tool, new Prices.Live());
    if (!(desk.directory().resolve(symbol) instanceof Resolved.Exact(Instrument instrument, _))) {
      tool.err.println("bot: no such receipt in the list");
      return CommandLineTool.NO_ANSWER;
    }
    ReportKey key =
        session == null
            ? desk.sessions().newest(instrument.ticker(), desk.clock().instant())
            : new ReportKey(instrument.ticker(), session);
    tool.out.println(key);
    tool.out.println(
        "sqlite  "
            + told(() -> desk.local().flatMap(l -> l.find(key)).map(LocalCopy::entry), desk));
    tool.out.println("shared  " + told(() -> shared(desk, key), desk));
    return CommandLineTool.FINE;
  }

  private static Optional<CacheEntry> shared(LocalComponent desk, ReportKey key) {
    return desk.shared()
        .flatMap(ports ->
            ports.cache().find(key, soon(desk)) instanceof SharedCache.Lookup.Found(var entry, _)
                ? Optional.of(entry)
                : Optional.empty());
  }

  private static String told(Supplier<Optional<CacheEntry>> tier, LocalComponent desk) {
    try {
      Optional<CacheEntry> entry = tier.get();
      return entry.isPresent() ? told(entry.get(), desk) : "none";
    } catch (PortException.Cache e) {
      return CommandLineTool.reason(e);
    }
  }

  private static String told(CacheEntry entry, LocalComponent desk) {
    Instant now = desk.clock().instant();
    String life =
        "%s generation %s, started %s, fresh until %s, usable until %s"
            .formatted(
                entry.at(now),
                entry.validity().generation(),
                entry.validity().startedAt(),
                entry.validity().freshUntil(),
                entry.validity().usableUntil());
    return switch (entry) {
      case CacheEntry.Positive(_, var report, _) ->
          life
              + ", "
              + desk.codec().encode(entry).length
              + " bytes, source "
              + report.method().source()
              + ", parts "
              + report.parts().stream().map(part -> part.name().name()).toList();
      case CacheEntry.Negative(_, var reason, _, _) -> life + ", " + reason;
    };
  }

  @Command(
      name = "stats",
      mixinStandardHelpOptions = true,
      description = "Prints hits, misses and money of all runs so far.")
  int stats() {
    LocalComponent desk = Desk.open(tool, new Prices.Live());
    tool.out.print(StatsText.of(new CacheAnalytics().summarise(desk.eventFile().events())));
    Optional<Occupancy> usage = desk.local().map(local -> local.usage());
    usage.ifPresent(kept ->
        tool.out.println(
            "sqlite holds " + kept.entries() + " entries in " + kept.bytes() / 1024 + " KB"));
    return CommandLineTool.FINE;
  }

  @Command(
      name = "clear",
      mixinStandardHelpOptions = true,
      description = "Deletes all entries of both tiers, and the figures.")
  int clear() throws IOException {
    LocalComponent desk = Desk.open(tool, new Prices.Live());
    desk.local().ifPresent(local -> local.evict(new Scope.All()));
    desk.shared().ifPresent(shared -> shared.cache().delete(new Scope.All(), soon(desk)));
    desk.eventFile().clear();
    tool.out.println("cleared");
    return CommandLineTool.FINE;
  }

  private static Deadline soon(LocalComponent desk) {
    return Deadline.in(PATIENCE, desk.clock().instant());
  }
}
