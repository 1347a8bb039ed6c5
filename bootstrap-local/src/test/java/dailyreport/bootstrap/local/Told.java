package dailyreport.bootstrap.local;

import dailyreport.contract.TestClock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The command line in this process, with a home of its own and a clock that a test moves. */
final class Told {
  final TestClock clock = TestClock.atNow();
  private final Map<String, String> env = new HashMap<>();

  Told(Path home) {
    env.put("DAILYREPORT_HOME", home.toString());
  }

  Told with(String variable, String value) {
    env.put(variable, value);
    return this;
  }

  Bot.Run run(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        CommandLineTool.run(
            arguments, env, clock, new PrintWriter(out, true), new PrintWriter(err, true));
    return new Bot.Run(code, out.toString(), err.toString());
  }

  /** The wired product as a command opens it. */
  LocalComponent desk() {
    return DaggerLocalComponent.factory()
        .create(
            Config.from(env),
            new Prices.Live(),
            new Progress(new PrintWriter(new StringWriter())),
            clock);
  }

  /** The line that begins with this label. */
  static String line(Bot.Run run, String label) {
    List<String> found = run.lines().stream().filter(line -> line.startsWith(label)).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " lines begin with '" + label + "' in\n" + run.out());
    }
    return found.getFirst();
  }
}
