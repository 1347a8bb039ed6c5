package dailyreport.bootstrap.local;

import dailyreport.domain.market.Instrument;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./bot report}: makes or finds a report and prints it. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Makes the Thai daily report of a receipt, or finds it in the cache.")
final class ReportCommand implements Callable<Integer> {
  /** The receipt that the bundled prices are about. */
  private static final String SAMPLED = "AAPL19";

  private final CommandLineTool tool;

  @Spec private picocli.CommandLine.Model.@Nullable CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "SYMBOL",
      description = "a receipt such as DBS19; also DBS, D05.SI or a company's name")
  private @Nullable String symbol;

  @ArgGroup private PriceSource source = new PriceSource();

  /** Where prices come from; live Yahoo without either. */
  static final class PriceSource {
    @Option(
        names = "--prices",
        paramLabel = "FILE.csv",
        description = "daily bars (Date,Open,High,Low,Close,Volume) in place of live prices")
    private @Nullable Path file;

    @Option(
        names = "--sample",
        description = "a report of AAPL19 on bundled prices of 2013: no network, no key, no file")
    private boolean sample;
  }

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "also write report.txt, report.json, chart.png and report.pdf there")
  private @Nullable Path out;

  @Option(names = "--json", description = "print the stored record in place of the text")
  private boolean json;

  ReportCommand(CommandLineTool tool) {
    this.tool = tool;
  }

  @Override
  public Integer call() {
    return TypedSymbol.resolve(typed(), tool)
        .map(instrument ->
            new ReportPrinter(Desk.open(tool, prices(instrument)), tool.out, tool.err)
                .print(instrument, out, json))
        .orElse(CommandLineTool.NO_ANSWER);
  }

  private String typed() {
    if (symbol != null) {
      return symbol;
    }
    if (source.sample) {
      return SAMPLED;
    }
    throw new ParameterException(
        line(), "a SYMBOL is needed, for example: ./bot report DBS19 (or try --sample)");
  }

  private picocli.CommandLine line() {
    return Objects.requireNonNull(spec).commandLine();
  }

  private Prices prices(Instrument instrument) {
    if (source.sample) {
      if (!instrument.ticker().symbol().equals(SAMPLED)) {
        throw new ParameterException(line(), "--sample is about AAPL19; leave SYMBOL out");
      }
      return new Prices.Pinned(FilePrices.sample(instrument));
    }
    return source.file == null
        ? new Prices.Live()
        : new Prices.Pinned(FilePrices.of(instrument, source.file));
  }
}
