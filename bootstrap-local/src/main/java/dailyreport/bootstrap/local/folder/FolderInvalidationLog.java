package dailyreport.bootstrap.local.folder;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.InvalidationLog;
import dailyreport.application.port.PortException;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.cache.Watermarks;
import dailyreport.domain.cache.Watermarks.CutOff;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.report.ReportKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Watermarks as one text file: the epoch, then a line {@code strength scope instant} a cut-off. */
final class FolderInvalidationLog implements InvalidationLog {
  private static final String FILE = "cache/control/invalidations";

  private final FolderStore store;
  private final InstantSource clock;

  FolderInvalidationLog(FolderStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Watermarks current(Deadline deadline) {
    return store.attempt("reading watermarks", deadline, this::read);
  }

  @Override
  public Watermarks raise(Scope scope, Strength strength, Deadline deadline) {
    return store.alone(
        "raising a watermark",
        deadline,
        () -> {
          Instant now = clock.instant();
          Watermarks raised = read().raised(scope, strength, now).pruned(now);
          store.write(FILE, format(raised).getBytes(StandardCharsets.UTF_8));
          return raised;
        });
  }

  private Watermarks read() throws IOException {
    return store
        .read(FILE)
        .map(bytes -> parse(new String(bytes, StandardCharsets.UTF_8)))
        .orElse(Watermarks.none());
  }

  private static String format(Watermarks watermarks) {
    return watermarks.epoch()
        + "\n"
        + watermarks.cutOffs().stream()
            .map(c -> c.strength() + " " + format(c.scope()) + " " + c.at() + "\n")
            .collect(Collectors.joining());
  }

  private static String format(Scope scope) {
    return switch (scope) {
      case Scope.All() -> "all";
      case Scope.OfTicker(Ticker ticker) -> "ticker:" + ticker;
      case Scope.OfSession(LocalDate session) -> "session:" + session;
      case Scope.OfKey(ReportKey key) -> "key:" + key.ticker() + ":" + key.session();
    };
  }

  private static Watermarks parse(String text) {
    try {
      List<String> lines = text.lines().toList();
      return new Watermarks(
          Long.parseLong(lines.getFirst()),
          lines.stream().skip(1).map(FolderInvalidationLog::cutOff).toList());
    } catch (RuntimeException e) {
      throw new PortException.Cache(
          Fault.INVALID, "shared folder, reading watermarks: the file is not of the format", e);
    }
  }

  private static CutOff cutOff(String line) {
    String[] words = line.split(" ", 3);
    String[] scope = words[1].split(":", 3);
    return new CutOff(
        switch (scope[0]) {
          case "all" -> new Scope.All();
          case "ticker" -> new Scope.OfTicker(new Ticker(scope[1]));
          case "session" -> new Scope.OfSession(LocalDate.parse(scope[1]));
          case "key" ->
              new Scope.OfKey(new ReportKey(new Ticker(scope[1]), LocalDate.parse(scope[2])));
          default -> throw new IllegalArgumentException("unknown scope");
        },
        Strength.valueOf(words[0]),
        Instant.parse(words[2]));
  }
}
