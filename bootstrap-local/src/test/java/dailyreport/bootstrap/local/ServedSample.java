package dailyreport.bootstrap.local;

import dailyreport.application.TickerDirectory;
import dailyreport.bootstrap.local.serve.LocalServer;
import dailyreport.bootstrap.local.simulator.Simulator;
import dailyreport.domain.market.Ticker;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * {@code ./bot serve --sample} in this process, with a model whose delays end when a test says so.
 */
final class ServedSample implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Gate gate = new Gate();
  private final Serving serving;

  private ServedSample(Path home, int port) {
    var prices =
        new Prices.Pinned(
            FilePrices.sample(TickerDirectory.bundled().listed(new Ticker("AAPL19"))));
    this.serving =
        Serving.simulated(
            LocalServer.bind(LocalServer.LOOPBACK, port),
            Config.from(Map.of("DAILYREPORT_HOME", home.toString())),
            prices,
            new Simulator.About("sample", "stub", List.of("AAPL19")),
            InstantSource.system(),
            gate);
  }

  static ServedSample open(Path home) {
    return openAt(home, 0);
  }

  /** At a port that was free a moment ago. */
  static ServedSample openAt(Path home, int port) {
    return new ServedSample(home, port);
  }

  URI address() {
    return serving.address();
  }

  /** Ends the model's delay, and every later one at once. */
  void letModelAnswer() {
    gate.open();
  }

  @Override
  public void close() {
    gate.open();
    int _ = serving.close(PATIENCE);
  }
}
