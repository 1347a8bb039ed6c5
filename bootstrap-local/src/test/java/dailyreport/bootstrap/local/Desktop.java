package dailyreport.bootstrap.local;

import dailyreport.application.TickerDirectory;
import dailyreport.bootstrap.local.serve.Http;
import dailyreport.bootstrap.local.serve.LocalServer;
import dailyreport.bootstrap.local.simulator.FeedReader;
import dailyreport.bootstrap.local.simulator.Simulator;
import dailyreport.contract.TestClock;
import dailyreport.domain.market.Ticker;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@code ./bot serve --sample} in this process, with time that stands still. */
final class Desktop implements AutoCloseable {
  final TestClock clock = TestClock.atNow();
  final Gate gate = new Gate();
  final FeedReader feed;
  private final Path home;
  private final Serving serving;

  Desktop(Path home) throws IOException {
    this.home = home;
    var apple = TickerDirectory.bundled().listed(new Ticker("AAPL19"));
    this.serving =
        Serving.simulated(
            LocalServer.bind(LocalServer.LOOPBACK, 0),
            Config.from(Map.of("DAILYREPORT_HOME", home.toString())),
            new Prices.Pinned(FilePrices.sample(apple)),
            new Simulator.About("sample", "stub", List.of("AAPL19")),
            clock,
            gate);
    this.feed = FeedReader.from(serving.address());
  }

  URI at(String path) {
    return URI.create(serving.address() + path);
  }

  /** Says a text in the one-to-one chat. */
  Map<String, Object> says(String text) throws IOException {
    return does("{\"kind\":\"text\",\"text\":\"" + text + "\"}");
  }

  Map<String, Object> does(String ask) throws IOException {
    return post("/simulator/say", ask).json();
  }

  Http.Got post(String path, String body) throws IOException {
    return Http.json(at(path), body);
  }

  /** Lines of the file of events. */
  List<String> events() throws IOException {
    Path file = home.resolve("events.jsonl");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  @Override
  public void close() {
    gate.open();
    feed.close();
    int _ = serving.close(Duration.ofSeconds(30));
  }
}
