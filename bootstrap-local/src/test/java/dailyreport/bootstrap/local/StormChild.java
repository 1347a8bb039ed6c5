package dailyreport.bootstrap.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A {@link StormMain} in a process of its own, seen from the test. */
final class StormChild implements AutoCloseable {
  private final String name;
  private final Path errors;
  private final Process process;
  private final PrintWriter to;
  private final BufferedReader from;
  private final StringBuilder progress = new StringBuilder();

  /**
   * Starts one; it loads its classes meanwhile.
   *
   * @param folder where its errors go
   * @param settings its variables; the host's own settings are kept from it
   */
  StormChild(String name, Path folder, Map<String, String> settings, String... arguments)
      throws IOException {
    this.name = name;
    this.errors = folder.resolve(name + ".err");
    Path target = Path.of(System.getProperty("dailyreport.root"), "bootstrap-local", "target");
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--add-modules",
                "ALL-MODULE-PATH",
                "--enable-native-access=org.xerial.sqlitejdbc",
                "--patch-module",
                "dailyreport.bootstrap.local=" + target.resolve("test-classes"),
                "-p",
                target.resolve("lib") + ":" + target.resolve("bootstrap-local-0.1.0.jar"),
                "-m",
                "dailyreport.bootstrap.local/" + StormMain.class.getName()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectError(errors.toFile());
    builder.environment().keySet().removeIf(Config.VARIABLES::contains);
    builder.environment().putAll(settings);
    this.process = builder.start();
    this.to = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    this.from =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  String name() {
    return name;
  }

  /** Waits until its crowd stands at the door. */
  StormChild ready() {
    expect("ready");
    return this;
  }

  /** Everybody asks. */
  void go() {
    to.println("go");
  }

  /** Lets time pass for this process. */
  void advance(Duration time) {
    to.println("advance " + time);
    expect("advanced");
  }

  /** The next answers. */
  List<String> answers(int count) {
    var answers = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      answers.add(said());
    }
    return answers;
  }

  /** Waits until it tells its person that another process is at work. */
  void waits() {
    while (!line().contains("another process")) {
      // A stage of its own work.
    }
  }

  /** SIGKILL, and what comes after it. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /**
   * What Ctrl-C sends.
   *
   * @return whether the process ended by it: one that was started by a shell in the background
   *     takes no notice
   */
  boolean interrupt() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    return process.waitFor(20, TimeUnit.SECONDS);
  }

  /** What it told people, and what it wrote to its error output. */
  String told() {
    try {
      return name + ":\n" + progress + Files.readString(errors, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void expect(String what) {
    String seen = said();
    if (!seen.equals(what)) {
      throw new AssertionError("expected '" + what + "', seen '" + seen + "' of " + told());
    }
  }

  private String said() {
    while (true) {
      String line = line();
      if (line.startsWith(StormMain.SAID)) {
        return line.substring(StormMain.SAID.length());
      }
    }
  }

  private String line() {
    try {
      String line = from.readLine();
      if (line == null) {
        throw new AssertionError("it has ended, " + told());
      }
      progress.append(line).append('\n');
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
