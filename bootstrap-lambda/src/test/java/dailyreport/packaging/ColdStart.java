package dailyreport.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Measures a cold start: from starting {@code bootstrap} until the answer to the first event, a
 * cache hit out of the bucket, has been posted. With and without the AOT cache in turns. Arguments:
 * the zip, the file for the result, the commit, and how often (9 unless given, never below 7).
 */
final class ColdStart {
  private static final int LEAST = 7;
  private static final Path PROC = Path.of("/proc");

  private ColdStart() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int rounds = Math.max(LEAST, args.length > 3 ? Integer.parseInt(args[3]) : 9);
    Path work = Files.createTempDirectory("dailyreport-coldstart");
    try {
      Path root = Files.createDirectories(work.resolve("task"));
      Archive.unpack(Path.of(args[0]), root);
      String before = load();
      var filled = Filled.by(root, work);
      var with = new ArrayList<Start>();
      var without = new ArrayList<Start>();
      for (int i = 0; i < rounds; i++) {
        with.add(start(root, filled, work, true));
        without.add(start(root, filled, work, false));
      }
      String table = table(args[2], before, load(), with, without);
      Files.createDirectories(Path.of(args[1]).toAbsolutePath().getParent());
      Files.writeString(Path.of(args[1]), table);
      System.out.print(table);
    } finally {
      for (Path file : Archive.below(work).reversed()) {
        Files.delete(file);
      }
      Files.delete(work);
    }
  }

  /**
   * One start.
   *
   * @param cpuMillis processor time of the process until then, in steps of 10 ms
   * @param hit whether the answer was the report; a function that has used up its 1.2 s sends a job
   */
  private record Start(double millis, double cpuMillis, boolean hit) {}

  private static Start start(Path root, Filled filled, Path work, boolean aot)
      throws IOException, InterruptedException {
    try (var world = new StandIns()) {
      filled.into(world);
      var env = world.environment("webhook", Filled.Run.temporary(work));
      if (!aot) {
        env.put("_JAVA_OPTIONS", "-XX:AOTMode=off");
      }
      String event = Events.typed("C1", "dbs19");
      long begun = System.nanoTime();
      try (var run = new Filled.Run(world, root, env, work)) {
        var result = run.answer(event, Filled.WEBHOOK_LIMIT);
        double cpuMillis = run.child().processorTime().toMillis();
        var lines = run.end();
        String used = Wire.field(start(lines), "aot");
        if (!used.equals(aot ? "yes" : "no")) {
          throw new IOException("not what was to be measured: " + lines);
        }
        return new Start((result.nanos() - begun) / 1e6, cpuMillis, world.replies().size() == 1);
      }
    }
  }

  /** The metric that tells the start among a process's lines. */
  static String start(List<String> lines) throws IOException {
    return lines.stream()
        .filter(line -> line.contains("\"Name\":\"start\""))
        .findFirst()
        .orElseThrow(() -> new IOException("no start line in " + lines));
  }

  private static String table(
      String commit, String before, String after, List<Start> with, List<Start> without)
      throws IOException {
    int cores = Runtime.getRuntime().availableProcessors();
    boolean loaded = Double.parseDouble(before.split(" ", 2)[0]) > cores;
    return """
    # Cold start%s

    Process start to the posted answer of the first event: a signed LINE message, a cache hit out of the
    bucket, the reply sent. Stand-ins on loopback in another process, an empty folder for SQLite each time, files
    in the page cache, variants in turns. A function that has used up the 1.2 s it gives itself sends a job instead of a
    reply: last column. Processor time is a median and depends on the load much less. Repeat it with `./bot bench coldstart`.

    | | n | median ms | min | max | processor ms | in time for a reply |
    |---|--:|--:|--:|--:|--:|--:|
    | with the AOT cache | %s |
    | without | %s |

    %s, %s cores; Java %s; commit %s; %s.
    Load average before %s, after %s (1, 5 and 15 minutes).
    """
        .formatted(
            loaded ? ": INVALID, the machine was busy (more than 1.0 load per core)" : "",
            row(with),
            row(without),
            processor(),
            cores,
            Runtime.version(),
            commit,
            Instant.now().truncatedTo(ChronoUnit.SECONDS),
            before,
            after);
  }

  private static String row(List<Start> starts) {
    var millis = starts.stream().map(Start::millis).sorted().toList();
    var cpu = starts.stream().map(Start::cpuMillis).sorted().toList();
    long hits = starts.stream().filter(Start::hit).count();
    return String.format(
        Locale.ROOT,
        "%d | %.0f | %.0f | %.0f | %.0f | %d",
        millis.size(),
        median(millis),
        millis.getFirst(),
        millis.getLast(),
        median(cpu),
        hits);
  }

  private static double median(List<Double> sorted) {
    int n = sorted.size();
    return (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
  }

  private static String load() throws IOException {
    var fields = Files.readString(PROC.resolve("loadavg"), StandardCharsets.US_ASCII).split(" ", 4);
    return fields[0] + " " + fields[1] + " " + fields[2];
  }

  private static String processor() throws IOException {
    var name = Pattern.compile("(?m)^model name\\s*: (.*)$");
    var matcher =
        name.matcher(Files.readString(PROC.resolve("cpuinfo"), StandardCharsets.US_ASCII));
    return matcher.find() ? matcher.group(1) : System.getProperty("os.arch");
  }
}
