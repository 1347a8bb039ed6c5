package dailyreport.bootstrap.local;

import dailyreport.application.InvalidateCache;
import dailyreport.application.cache.Backend;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.PortException;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.cache.Watermarks.CutOff;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./bot cache invalidate}: takes reports back, wherever they are cached. */
@Command(
    name = "invalidate",
    mixinStandardHelpOptions = true,
    description = {
      "Takes back reports that were begun before now, wherever they are cached.",
      "Give a SYMBOL (all its sessions), --session (all receipts), both (one report), or --all."
          + " Other instances follow within a minute."
    })
final class InvalidateCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final CommandLineTool tool;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "SYMBOL", description = "a receipt such as DBS19")
  private @Nullable String symbol;

  @Option(
      names = "--session",
      paramLabel = "DATE",
      description = "the reports of this session, such as 2025-11-11")
  private @Nullable LocalDate session;

  @Option(names = "--all", description = "every report")
  private boolean all;

  @Option(
      names = "--soft",
      description = "let them be served as stale until newer ones are made, in place of not at all")
  private boolean soft;

  InvalidateCommand(CommandLineTool tool) {
    this.tool = tool;
  }

  @Override
  public Integer call() {
    return scope()
        .map(scope -> invalidate(scope, soft ? Strength.SOFT : Strength.HARD))
        .orElse(CommandLineTool.NO_ANSWER);
  }

  /** Empty, after one line that says why, for a symbol that is not in the list. */
  private Optional<Scope> scope() {
    if (all) {
      if (symbol != null || session != null) {
        throw wrong("--all is every report; leave SYMBOL and --session out");
      }
      return Optional.of(new Scope.All());
    }
    if (symbol != null) {
      return TypedSymbol.resolve(symbol, tool).map(instrument -> scope(instrument.ticker()));
    }
    if (session == null) {
      throw wrong("say what to invalidate: a SYMBOL, --session DATE, both, or --all");
    }
    return Optional.of(new Scope.OfSession(session));
  }

  private Scope scope(Ticker ticker) {
    return session == null
        ? new Scope.OfTicker(ticker)
        : new Scope.OfKey(new ReportKey(ticker, session));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }

  private int invalidate(Scope scope, Strength strength) {
    LocalComponent desk = Desk.open(tool, new Prices.Live());
    if (desk.config().backend() == Backend.OFF) {
      return nothing("CACHE_BACKEND=off keeps no reports");
    }
    try {
      new InvalidateCache(desk.cache(), desk.clock()).invalidate(scope, strength);
    } catch (PortException.Cache e) {
      return nothing(CommandLineTool.reason(e));
    }
    tool.out.println(
        "invalidated (%s): %s"
            .formatted(strength.name().toLowerCase(Locale.ROOT), ScopeText.of(scope)));
    tool.out.println(
        "what was begun before "
            + instant(scope, strength, desk)
            + switch (strength) {
              case HARD -> " is not served any more";
              case SOFT -> " counts as stale until a newer one is made";
            });
    return CommandLineTool.FINE;
  }

  private int nothing(String why) {
    tool.err.println("bot: nothing was invalidated: " + why);
    return CommandLineTool.NO_ANSWER;
  }

  /** Read back: what counts is the instant that was stored. */
  private static String instant(Scope scope, Strength strength, LocalComponent desk) {
    try {
      return desk
          .tiers()
          .log()
          .current(Deadline.in(PATIENCE, desk.clock().instant()))
          .cutOffs()
          .stream()
          .filter(cutOff -> cutOff.scope().equals(scope) && cutOff.strength() == strength)
          .map(CutOff::at)
          .map(InstantText::both)
          .findFirst()
          .orElse("now");
    } catch (PortException.Cache e) {
      return "now";
    }
  }
}
