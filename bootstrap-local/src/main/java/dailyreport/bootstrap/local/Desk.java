package dailyreport.bootstrap.local;

/** Opens the wired product for a command. */
final class Desk {
  private Desk() {}

  /**
   * The component for these prices.
   *
   * @throws picocli.CommandLine.ParameterException naming all variables with a wrong value
   */
  static LocalComponent open(CommandLineTool tool, Prices prices) {
    return DaggerLocalComponent.factory()
        .create(tool.config(), prices, new Progress(tool.err), tool.clock);
  }
}
