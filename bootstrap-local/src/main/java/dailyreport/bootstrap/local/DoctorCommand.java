package dailyreport.bootstrap.local;

import dailyreport.adapters.yahoo.TwelveDataMarketData;
import dailyreport.application.CheckHolidays;
import dailyreport.application.TickerDirectory;
import dailyreport.application.cache.Generation;
import dailyreport.application.port.Deadline;
import dailyreport.domain.market.Instrument;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.market.TradingCalendar;
import dailyreport.domain.report.PartName;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** {@code ./bot doctor}: what is there, what is set and what can be reached. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Checks the JDK, fonts, home folder, settings (never their values) and services.")
final class DoctorCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final CommandLineTool tool;
  private boolean healthy = true;

  DoctorCommand(CommandLineTool tool) {
    this.tool = tool;
  }

  @Override
  public Integer call() {
    line(true, "JDK", Runtime.version() + ", " + module());
    Map<String, String> env = tool.environment();
    try {
      Config config = tool.config();
      line(true, "settings", "well-formed");
      home(config.home());
      fonts();
      services(config);
      market();
    } catch (ParameterException e) {
      line(false, "settings", CommandLineTool.reason(e));
    }
    for (String name : Config.VARIABLES) {
      tool.out.println(
          "  %-34s %s".formatted(name, env.getOrDefault(name, "").isBlank() ? "not set" : "set"));
    }
    return healthy ? CommandLineTool.FINE : CommandLineTool.NO_ANSWER;
  }

  private String module() {
    return getClass().getModule().isNamed() ? "on the module path" : "on the class path";
  }

  private void home(Path home) {
    try {
      Files.createDirectories(home);
      Path probe = Files.createTempFile(home, ".doctor-", ".tmp");
      Files.delete(probe);
      line(true, "home folder", home.toString());
    } catch (IOException e) {
      line(
          false,
          "home folder",
          home + " cannot be written; set DAILYREPORT_HOME or --home to a folder that can");
    }
  }

  private void fonts() {
    try {
      byte[] png = selfTestChart();
      line(true, "fonts", "bundled Sarabun draws a chart of " + png.length / 1024 + " KB");
    } catch (RuntimeException e) {
      line(false, "fonts", CommandLineTool.reason(e));
    }
  }

  /** A whole report of the sample, made and thrown away. */
  private byte[] selfTestChart() {
    Instrument apple = TickerDirectory.bundled().find(new Ticker("AAPL19")).orElseThrow();
    var sample = new Prices.Pinned(FilePrices.sample(apple));
    LocalComponent desk = Desk.open(tool, sample);
    Instant now = desk.clock().instant();
    return switch (desk.generator()
        .generate(
            desk.sessions().newest(apple.ticker(), now),
            Optional.empty(),
            _ -> false,
            Deadline.in(Duration.ofSeconds(30), now))) {
      case Generation.Made made ->
          made.parts().stream()
              .filter(part -> part.ref().name() == PartName.CHART)
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("no chart could be drawn"))
              .bytes();
      case Generation.Definitive _ -> throw new IllegalStateException("the sample has no prices");
    };
  }

  /** What the list of receipts and the holiday files leave open; neither stops a report. */
  private void market() {
    line(true, "tickers", "MSN19 and SP500US19 want a live check: docs/market-data.md");
    SequencedMap<String, Long> left =
        new CheckHolidays(TradingCalendar.bundled(), event -> {}, tool.clock).soonOver();
    line(
        true,
        "holidays",
        left.isEmpty()
            ? "every file reaches " + CheckHolidays.SOON_OVER_DAYS + " days ahead"
            : "days left in files soon over: " + left);
  }

  /** A service that is not needed for what is set is told, not counted against health. */
  private void services(Config config) {
    service("Yahoo", config.yahooBase().orElse(URI.create("https://query2.finance.yahoo.com")));
    if (config.twelveDataKey().isPresent()) {
      service("Twelve Data", config.twelveDataBase().orElse(TwelveDataMarketData.PUBLIC));
    } else {
      line(true, "Twelve Data", "no TWELVEDATA_API_KEY: prices come from Yahoo alone");
    }
    if (config.openAiKey().isPresent()) {
      service("OpenAI", config.openAiBase().orElse(URI.create("https://api.openai.com")));
    } else {
      line(true, "OpenAI", "no OPENAI_API_KEY: the template writes");
    }
    if (config.lineChannelToken().isPresent()) {
      service("LINE", config.lineBase().orElse(URI.create("https://api.line.me")));
    } else {
      line(true, "LINE", "no LINE_CHANNEL_ACCESS_TOKEN: not used by the command line");
    }
    Optional<URI> endpoint = config.s3Endpoint();
    if (config.bucket().isEmpty()) {
      line(true, "shared tier", "no PDF_BUCKET_NAME: a folder under the home folder");
    } else if (endpoint.isPresent()) {
      service("S3", endpoint.get());
    } else {
      line(true, "shared tier", "bucket is set; AWS decides the address");
    }
  }

  private void service(String name, URI base) {
    int port = base.getPort() > 0 ? base.getPort() : base.getScheme().equals("http") ? 80 : 443;
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(base.getHost(), port), (int) PATIENCE.toMillis());
      line(true, name, base.getHost() + ":" + port + " answers");
    } catch (IOException e) {
      line(false, name, base.getHost() + ":" + port + " cannot be reached");
    }
  }

  private void line(boolean fine, String what, String found) {
    healthy &= fine;
    tool.out.println("%-4s %-12s %s".formatted(fine ? "ok" : "!!", what, found));
  }
}
