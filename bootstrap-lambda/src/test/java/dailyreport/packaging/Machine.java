package dailyreport.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What figures were measured on, and whether the machine was quiet.
 *
 * @param before load averages of 1, 5 and 15 minutes
 * @param at UTC
 */
record Machine(String processor, int cores, String java, String commit, String before, Instant at) {
  private static final Path PROC = Path.of("/proc");
  private static final Pattern NAME = Pattern.compile("(?m)^model name\\s*: (.*)$");

  /** The one that this runs on, before anything is measured. */
  static Machine quiet(String commit) throws IOException {
    var cpu = NAME.matcher(Files.readString(PROC.resolve("cpuinfo"), StandardCharsets.US_ASCII));
    return new Machine(
        cpu.find() ? cpu.group(1) : System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        Runtime.version().toString(),
        commit,
        load(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  /** Load averages of 1, 5 and 15 minutes. */
  static String load() throws IOException {
    var fields = Files.readString(PROC.resolve("loadavg"), StandardCharsets.US_ASCII).split(" ", 4);
    return fields[0] + " " + fields[1] + " " + fields[2];
  }

  /** Whether others kept more than half of the cores busy: cache.md, section 13. */
  boolean busy() {
    return Double.parseDouble(before.split(" ", 2)[0]) > cores / 2.0;
  }

  /** A heading that says when the figures under it must not be believed. */
  String heading(String name) {
    return busy()
        ? String.format(
            Locale.ROOT,
            "# %s: INVALID, the machine was busy (load %s on %d cores, allowed %.1f)",
            name,
            before.split(" ", 2)[0],
            cores,
            cores / 2.0)
        : "# " + name;
  }

  /** Two lines for the end of a page. */
  String conditions(String after) {
    return """
    %s, %d cores; Java %s; commit %s; %s.
    Load average before %s, after %s (1, 5 and 15 minutes).
    """
        .formatted(processor, cores, java, commit, at, before, after);
  }
}
