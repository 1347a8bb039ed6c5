package dailyreport.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process of the package, with nothing of this machine's environment but what it is given. */
final class Child implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 120;

  private final Process process;
  private final Path out;
  private final Path err;

  private Child(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Runs {@code bootstrap} as Lambda does: by its absolute path, from another directory. */
  static Child bootstrap(Path directory, Map<String, String> env, Path logs) throws IOException {
    return start(List.of(directory.resolve("bootstrap").toString()), logs, env, logs);
  }

  /** Runs a command; its output goes to files below {@code logs}. */
  static Child start(List<String> command, Path in, Map<String, String> env, Path logs)
      throws IOException {
    Path out = Files.createTempFile(logs, "child", ".out");
    Path err = Files.createTempFile(logs, "child", ".err");
    var builder =
        new ProcessBuilder(new ArrayList<>(command))
            .directory(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/local/bin:/usr/bin:/bin");
    builder.environment().putAll(env);
    return new Child(builder.start(), out, err);
  }

  /** Processor time it has used so far; the system must tell it while the process lives. */
  Duration processorTime() throws IOException {
    return process
        .info()
        .totalCpuDuration()
        .orElseThrow(() -> new IOException("this system does not tell a process's time"));
  }

  /** What it takes and took, while it lives. */
  Memory memory() throws IOException {
    return Memory.of(process.pid());
  }

  /** Waits for what the process is to bring about, no longer than it lives. */
  <T> T await(CompletableFuture<T> outcome, Duration limit)
      throws IOException, InterruptedException {
    try {
      CompletableFuture.anyOf(outcome, process.onExit())
          .get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new IOException("nothing happened in " + limit + "; the process said: " + err(), e);
    }
    if (!outcome.isDone()) {
      throw new IOException("the process ended; it said: " + err());
    }
    return outcome.join();
  }

  /** Waits for its end. */
  int exit() throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IOException("the process did not end in " + PATIENCE_SECONDS + " s: " + err());
    }
    return process.exitValue();
  }

  /** Lines on standard output so far. */
  List<String> lines() throws IOException {
    return Files.readAllLines(out, StandardCharsets.UTF_8);
  }

  /** Standard error so far. */
  String err() throws IOException {
    return Files.readString(err, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
