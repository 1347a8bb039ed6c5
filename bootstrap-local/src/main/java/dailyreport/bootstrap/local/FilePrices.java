package dailyreport.bootstrap.local;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.MarketData;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Quotes;
import dailyreport.domain.market.BarScreen;
import dailyreport.domain.market.Company;
import dailyreport.domain.market.Instrument;
import dailyreport.domain.market.PriceHistory;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.market.Underlying;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Market data of one instrument from a price file; any other underlying is unknown to it. */
final class FilePrices implements MarketData {
  private static final String SAMPLE = "appleinc_bars_from_20130101_usd.csv";
  private static final long MOST_BYTES = 16L << 20;

  private final Instrument instrument;
  private final PriceHistory history;

  private FilePrices(Instrument instrument, PriceFile file) {
    this.instrument = instrument;
    var screened = BarScreen.screen(file.rows());
    this.history =
        new PriceHistory(
            instrument.underlying(),
            instrument.underlying().currency(),
            file.source(),
            file.adjusted(),
            screened.bars(),
            screened.bad());
  }

  /**
   * Prices of {@code instrument} from a CSV file.
   *
   * @throws IllegalArgumentException when the file cannot be read or is not of the format
   */
  static FilePrices of(Instrument instrument, Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new IllegalArgumentException(file + ": no such file");
      }
      if (Files.size(file) > MOST_BYTES) {
        throw new IllegalArgumentException(file + ": expected a price file of at most 16 MiB");
      }
      var prices =
          new FilePrices(instrument, PriceFile.parse(file.toString(), Files.readAllBytes(file)));
      return prices.checked(file.toString());
    } catch (IOException e) {
      throw new IllegalArgumentException(
          file + ": could not be read (" + e.getClass().getSimpleName() + ")", e);
    }
  }

  /** The sample that comes with the build: Apple's daily bars of 2013. */
  static FilePrices sample(Instrument instrument) {
    try (var stream = FilePrices.class.getResourceAsStream(SAMPLE)) {
      if (stream == null) {
        throw new IllegalStateException("resource " + SAMPLE + " is missing from the build");
      }
      return new FilePrices(instrument, PriceFile.parse(SAMPLE, "sample", stream.readAllBytes()))
          .checked(SAMPLE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FilePrices checked(String name) {
    if (history.bars().isEmpty()) {
      throw new IllegalArgumentException(
          name
              + ": no usable bar, "
              + history.bad().size()
              + " rows with missing or absurd prices");
    }
    return this;
  }

  /** The receipt whose prices these are. */
  Ticker ticker() {
    return instrument.ticker();
  }

  /** The session that a report of this file is pinned to. */
  LocalDate lastSession() {
    return history.bars().getLast().session();
  }

  /** What {@code Method.source} of its reports says. */
  String source() {
    return history.source();
  }

  /** Market data of all these; what none of them is about is unknown. */
  static MarketData of(List<FilePrices> files) {
    return (underlying, deadline) ->
        files.stream()
            .map(file -> file.quotes(underlying, deadline))
            .filter(quotes -> quotes instanceof Quotes.Found)
            .findFirst()
            .orElseGet(Quotes.Unknown::new);
  }

  @Override
  public Quotes quotes(Underlying underlying, Deadline deadline) {
    if (!underlying.equals(instrument.underlying())) {
      return new Quotes.Unknown();
    }
    if (history.unreliable()) {
      throw new PortException.Market(
          Fault.INSANE,
          "price file of %s: %s of %s rows are bad"
              .formatted(
                  underlying.symbol(),
                  history.bad().size(),
                  history.bad().size() + history.bars().size()),
          null);
    }
    return new Quotes.Found(Company.named(instrument.name()), history);
  }
}
