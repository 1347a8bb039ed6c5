package dailyreport.bootstrap.local;

import dailyreport.application.CacheAnalytics;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Occupancy;
import dailyreport.application.port.PortException;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Watermarks;
import dailyreport.domain.market.Instrument;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.report.ReportKey;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./bot cache}: what the tiers hold and what they were worth. */
@Command(
    name = "cache",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(show | stats | invalidate | clear)",
    description = "Shows, counts, invalidates and clears the cached reports.")
final class CacheCommand implements Runnable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final CommandLineTool tool;

  @Spec private @Nullable CommandSpec spec;

  private CacheCommand(CommandLineTool tool) {
    this.tool = tool;
  }

  /** The command with its subcommands. */
  static CommandLine line(CommandLineTool tool) {
    return new CommandLine(new CacheCommand(tool))
        .addSubcommand("invalidate", new InvalidateCommand(tool));
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
      description = {
        "Shows both tiers' entry of a receipt side by side.",
        "Without --session: the newest closed session, and every other one that this home folder"
            + " has dealt with lately and a tier still holds, such as one of --prices or --sample."
      })
  int show(
      @Parameters(paramLabel = "SYMBOL", description = "a receipt such as DBS19") String symbol,
      @Option(
              names = "--session",
              paramLabel = "DATE",
              description = "this session only, such as 2025-11-11")
          @Nullable LocalDate session) {
    Optional<Instrument> instrument = TypedSymbol.resolve(symbol, tool);
    if (instrument.isEmpty()) {
      return CommandLineTool.NO_ANSWER;
    }
    LocalComponent desk = Desk.open(tool, new Prices.Live());
    Ticker ticker = instrument.get().ticker();
    Optional<Watermarks> cutOffs = cutOffs(desk);
    if (session != null) {
      show(Inspection.of(new ReportKey(ticker, session), desk), cutOffs, desk);
      return CommandLineTool.FINE;
    }
    ReportKey newest = desk.sessions().newest(ticker, desk.clock().instant());
    show(Inspection.of(newest, desk), cutOffs, desk);
    desk.eventFile().lately(ticker).stream()
        .filter(key -> !key.equals(newest))
        .map(key -> Inspection.of(key, desk))
        .filter(seen -> !seen.nothing())
        .forEach(seen -> {
          tool.out.println();
          show(seen, cutOffs, desk);
        });
    return CommandLineTool.FINE;
  }

  private void show(Inspection seen, Optional<Watermarks> cutOffs, LocalComponent desk) {
    tool.out.print(new InspectionText(seen, cutOffs, desk.codec(), desk.clock().instant()).text());
    tool.out.flush();
  }

  /** Empty, after one line that says why, when they cannot be read. */
  private Optional<Watermarks> cutOffs(LocalComponent desk) {
    try {
      return Optional.of(desk.tiers().log().current(soon(desk)));
    } catch (PortException.Cache e) {
      tool.err.println("bot: cut-offs cannot be read: " + CommandLineTool.reason(e));
      return Optional.empty();
    }
  }

  @Command(
      name = "stats",
      mixinStandardHelpOptions = true,
      description = "Prints hits, misses, latency and money of all runs so far.")
  int stats() {
    LocalComponent desk = Desk.open(tool, new Prices.Live());
    List<AppEvent> events = desk.eventFile().events();
    tool.out.print(
        events.isEmpty()
            ? "no events yet in " + desk.config().home() + ": nothing was asked of the cache\n"
            : StatsText.of(new CacheAnalytics().summarise(events)));
    tool.out.flush();
    Optional<Occupancy> usage = desk.local().map(local -> local.usage());
    usage.ifPresent(kept ->
        tool.out.println(
            "sqlite holds " + kept.entries() + " entries in " + kept.bytes() / 1024 + " KB"));
    return CommandLineTool.FINE;
  }

  @Command(
      name = "clear",
      mixinStandardHelpOptions = true,
      description = {
        "Deletes all entries of both tiers, and the figures.",
        "Copies on other machines stay; use invalidate to take those back too."
      })
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
