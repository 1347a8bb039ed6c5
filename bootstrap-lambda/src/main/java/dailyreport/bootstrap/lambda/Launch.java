package dailyreport.bootstrap.lambda;

import dailyreport.application.port.AppEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How this process came up, as Linux tells it. The JVM works without an AOT cache that does not fit
 * and has no public way to ask it which it was; but a cache in use is mapped into its memory, and
 * the kernel lists what is mapped.
 *
 * @param aot whether the AOT cache is in use
 * @param took since the process began, in steps of 10 ms
 */
record Launch(boolean aot, Duration took) {
  private static final String CACHE = "/app.aot";

  /** Ticks of the kernel in a second as it tells them to programs: fixed at 100 on Linux. */
  private static final long MILLIS_PER_TICK = 10;

  /** Field of {@code stat} with the start of the process, counted from the end of its name. */
  private static final int START_TIME = 20;

  /**
   * Reads it.
   *
   * @param proc the kernel's {@code /proc}
   * @return empty where there is none: on other systems than Lambda's
   */
  static Optional<Launch> read(Path proc) {
    try {
      boolean aot =
          Files.readString(proc.resolve("self/maps"), StandardCharsets.ISO_8859_1)
              .contains(CACHE + "\n");
      String stat = Files.readString(proc.resolve("self/stat"), StandardCharsets.ISO_8859_1);
      // The name stands in brackets and may hold blanks.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 1).split(" ", -1);
      long startedMillis = Long.parseLong(fields[START_TIME]) * MILLIS_PER_TICK;
      String uptime = Files.readString(proc.resolve("uptime"), StandardCharsets.ISO_8859_1);
      long upMillis = (long) (Double.parseDouble(uptime.split(" ", 2)[0]) * 1_000);
      return Optional.of(new Launch(aot, Duration.ofMillis(Math.max(0, upMillis - startedMillis))));
    } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** As an event; its module is empty when the function runs from the class path. */
  AppEvent.Started event(Config.Handler function) {
    String module = Optional.ofNullable(Launch.class.getModule().getName()).orElse("");
    return new AppEvent.Started(name(function), module, aot, took);
  }

  private static String name(Config.Handler function) {
    return switch (function) {
      case WEBHOOK -> "webhook";
      case WORKER -> "worker";
    };
  }
}
