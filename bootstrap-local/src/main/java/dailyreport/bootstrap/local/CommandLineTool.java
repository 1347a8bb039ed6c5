package dailyreport.bootstrap.local;

import dailyreport.application.port.PortException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code ./bot} with what all of its subcommands share. */
@Command(
    name = "bot",
    description = "Makes Thai daily reports of the shares behind depositary receipts.",
    version = "dailyreport 0.1.0",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nOf the script, before Java starts:%n",
    footer = {
      "  package [--test]  the zip for AWS Lambda",
      "  bench coldstart   how fast that package starts"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:fine", "1:could not answer; one line says why", "2:wrong usage"})
final class CommandLineTool implements Runnable {
  static final int FINE = 0;
  static final int NO_ANSWER = 1;
  static final int WRONG_USAGE = 2;

  private final Map<String, String> env;
  final InstantSource clock;
  final PrintWriter out;
  final PrintWriter err;

  @Option(
      names = "--home",
      paramLabel = "DIR",
      scope = CommandLine.ScopeType.INHERIT,
      description =
          "folder of the local state (default: $DAILYREPORT_HOME, else ~/.cache/dailyreport)")
  private @Nullable Path home;

  private final CommandLine line = new CommandLine(this);

  private CommandLineTool(
      Map<String, String> env, InstantSource clock, PrintWriter out, PrintWriter err) {
    this.env = env;
    this.clock = clock;
    this.out = out;
    this.err = err;
  }

  /** Runs one command and returns its exit code; nothing it throws gets past here. */
  static int run(
      String[] args,
      Map<String, String> env,
      InstantSource clock,
      PrintWriter out,
      PrintWriter err) {
    var tool = new CommandLineTool(env, clock, out, err);
    CommandLine commandLine =
        tool.line
            .addSubcommand("report", new ReportCommand(tool))
            .addSubcommand("render", new RenderCommand(tool))
            .addSubcommand("cache", CacheCommand.line(tool))
            .addSubcommand("doctor", new DoctorCommand(tool))
            .addSubcommand("serve", new ServeCommand(tool))
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setExecutionExceptionHandler((thrown, _, _) -> {
      err.println("bot: " + reason(thrown));
      return thrown instanceof CommandLine.ParameterException ? WRONG_USAGE : NO_ANSWER;
    });
    return commandLine.execute(args);
  }

  /** One line; the exception's class where it has no message of its own. */
  static String reason(Exception thrown) {
    String message = thrown.getMessage();
    return switch (thrown) {
      case PortException _, IllegalArgumentException _, CommandLine.ParameterException _
          when message != null ->
          message;
      default -> thrown.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    };
  }

  /** Without a subcommand: how to use it. */
  @Override
  public void run() {
    line.usage(out);
  }

  /** The environment with what the command line overrides. */
  Map<String, String> environment() {
    var merged = new HashMap<>(env);
    if (home != null) {
      merged.put("DAILYREPORT_HOME", home.toString());
    }
    return merged;
  }

  /**
   * The settings.
   *
   * @throws CommandLine.ParameterException naming all variables with a wrong value
   */
  Config config() {
    return config(environment());
  }

  /** The settings in these variables; as {@link #config()}. */
  Config config(Map<String, String> variables) {
    try {
      return Config.from(variables);
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(line, e.getMessage(), e);
    }
  }
}
