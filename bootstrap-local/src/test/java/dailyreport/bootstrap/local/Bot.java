package dailyreport.bootstrap.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs {@code ./bot} as a child process with a home of its own and none of the host's settings. */
final class Bot {
  private final Path home;
  private final Map<String, String> settings = new HashMap<>();

  Bot(Path home) {
    this.home = home;
  }

  /** What a run printed and how it ended. */
  record Run(int code, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  Bot with(String variable, String value) {
    settings.put(variable, value);
    return this;
  }

  Run run(String... arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile("bot-", ".out");
    Path err = Files.createTempFile("bot-", ".err");
    Process process = start(out, err, arguments);
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("./bot did not end within two minutes");
    }
    return new Run(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  Process start(Path out, Path err, String... arguments) throws IOException {
    return builder(arguments).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
  }

  /** Starts a run whose output is read while it lasts. */
  Process pipe(String... arguments) throws IOException {
    return builder(arguments).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private ProcessBuilder builder(String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("dailyreport.root"), "bot").toString());
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(Config.VARIABLES::contains);
    builder.environment().put("DAILYREPORT_HOME", home.toString());
    builder.environment().putAll(settings);
    return builder;
  }
}
