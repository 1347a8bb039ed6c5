package dailyreport.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * One way to start a function.
 *
 * @param root directory of a package
 * @param modules whether its jars are on the module path; else on the class path
 * @param aot whether it may use its AOT cache
 */
record Setup(Path root, boolean modules, boolean aot) {

  /** In words for a table. */
  String name() {
    return (modules ? "module path" : "class path") + (aot ? ", AOT cache" : "");
  }

  /**
   * Starts a process, has it answer one event and ends it.
   *
   * @param temporary its {@code /tmp}
   * @param outcome counts what the answer is to bring about: replies, or jobs
   * @throws IOException also when the process was not started in the way that was to be measured
   */
  Sample sample(
      StandIns world, String handler, Path temporary, String event, IntSupplier outcome, Path logs)
      throws IOException, InterruptedException {
    var env = world.environment(handler, temporary);
    if (!aot) {
      env.put("_JAVA_OPTIONS", "-XX:AOTMode=off");
    }
    int before = outcome.getAsInt();
    Duration limit = handler.equals("worker") ? Filled.WORKER_LIMIT : Filled.WEBHOOK_LIMIT;
    long begun = System.nanoTime();
    try (var run = new Filled.Run(world, root, env, logs)) {
      var result = run.answer(event, limit);
      long cpuMillis = run.child().processorTime().toMillis();
      var memory = run.child().memory();
      check(run.end());
      if (!result.kind().equals("response")) {
        throw new IOException(name() + ": " + result.body());
      }
      return new Sample(
          (result.nanos() - begun) / 1e6, cpuMillis, memory, outcome.getAsInt() > before);
    }
  }

  private void check(List<String> lines) throws IOException {
    var start = Wire.fields(start(lines));
    boolean found =
        ("yes".equals(start.get("aot")) == aot)
            && ("dailyreport.bootstrap.lambda".equals(start.get("module")) == modules);
    if (!found) {
      throw new IOException(name() + " was to be measured, and this was: " + start);
    }
  }

  /** The metric that tells the start among a process's lines. */
  static String start(List<String> lines) throws IOException {
    return lines.stream()
        .filter(line -> line.contains("\"Name\":\"start\""))
        .findFirst()
        .orElseThrow(() -> new IOException("no start line in " + lines));
  }
}
