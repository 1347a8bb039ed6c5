package dailyreport.bootstrap.local;

import dailyreport.application.TickerDirectory;
import dailyreport.domain.market.Instrument;
import dailyreport.domain.market.Ticker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a server's prices come from; live Yahoo without either option. */
final class ServedPrices {
  private static final Ticker SAMPLED = new Ticker("AAPL19");
  private static final List<String> LIVE_EXAMPLES = List.of("DBS19", "UOB19", "NVDA19", "GOLD19");

  @Option(
      names = "--sample",
      description =
          "AAPL19 on bundled prices of 2013, and a stand-in for the model: no network, no key")
  private boolean sample;

  @Option(
      names = "--prices",
      paramLabel = "SYMBOL=FILE.csv",
      description = "daily bars of a receipt in place of live prices; may be given again")
  private Map<String, Path> files = new LinkedHashMap<>();

  boolean sample() {
    return sample;
  }

  /** Empty, after one line that says why, when a symbol is not in the list. */
  Optional<Prices> read(CommandLineTool tool) {
    if (sample) {
      Instrument apple = TickerDirectory.bundled().listed(SAMPLED);
      return Optional.of(new Prices.Pinned(FilePrices.sample(apple)));
    }
    if (files.isEmpty()) {
      return Optional.of(new Prices.Live());
    }
    var read = new ArrayList<FilePrices>();
    for (Map.Entry<String, Path> file : files.entrySet()) {
      Optional<Instrument> instrument = TypedSymbol.resolve(file.getKey(), tool);
      if (instrument.isEmpty()) {
        return Optional.empty();
      }
      read.add(FilePrices.of(instrument.get(), file.getValue()));
    }
    return Optional.of(new Prices.Pinned(read));
  }

  /** Symbols that can be asked for. */
  static List<String> examples(Prices prices) {
    return switch (prices) {
      case Prices.Live() -> LIVE_EXAMPLES;
      case Prices.Pinned(var files) -> files.stream().map(file -> file.ticker().symbol()).toList();
    };
  }
}
