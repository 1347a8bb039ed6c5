package dailyreport.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the AOT cache in one step: both functions run in one process, with the package's own Java
 * and the same relative names as on Lambda, through everything that people wait for; when the
 * process ends the JVM writes the cache. Making a report is no part of it, for that takes a minute
 * in any case and a third of the classes: the worker finds the report that its job asks for.
 */
final class Training {
  static final String CACHE = "app.aot";
  static final Pattern LINK = Pattern.compile("https://" + Events.DOMAIN + "(/r/pdf/[^\"]+)");
  private static final Pattern SESSION = Pattern.compile("/r/pdf/DBS19/([0-9-]{10})/");
  private static final Duration LIMIT = Duration.ofSeconds(120);

  private Training() {}

  /** Trains in the directory of the package, and leaves the cache there. */
  static void run(Path directory, Path work) throws IOException, InterruptedException {
    run(
        directory,
        work,
        List.of("-m", "dailyreport.bootstrap.lambda/dailyreport.bootstrap.lambda.Main"));
  }

  /** As the other, with another way to name the main class; the options are the directory's. */
  static void run(Path directory, Path work, List<String> main)
      throws IOException, InterruptedException {
    Files.deleteIfExists(directory.resolve(CACHE));
    Path logs = Files.createDirectories(work.resolve("training"));
    var filled = Filled.by(directory, logs);
    var command =
        new ArrayList<>(
            List.of(
                directory.resolve("jre/bin/java").toString(),
                "@java.options",
                "-XX:AOTCacheOutput=" + CACHE));
    command.addAll(main);
    command.add("rehearsal");
    try (var world = new StandIns()) {
      var env = world.environment("webhook", Files.createTempDirectory(logs, "tmp"));
      try (var child = Child.start(command, directory, env, logs)) {
        try {
          rehearse(world, child, filled);
        } catch (IOException e) {
          String lines = String.join("\n", child.lines());
          throw new IOException("training: " + e.getMessage() + "; its events:\n" + lines, e);
        }
        world.runtime.end();
        child.exit();
        if (!Files.exists(directory.resolve(CACHE))) {
          throw new IOException("training: the JVM wrote no cache; it said: " + child.err());
        }
      }
    }
  }

  private static void rehearse(StandIns world, Child child, Filled filled)
      throws IOException, InterruptedException {
    answered(world, child, Events.forged("E0", "dbs19"));
    world.untilQueued(id -> answered(world, child, Events.typed(id, "dbs19")));
    String job = world.jobs().getFirst();
    filled.into(world);
    world.untilReplied(id -> answered(world, child, Events.delivered("m-1", job)));
    String reply = world.replies().getLast();
    // From the bucket, then from SQLite.
    String session = found(SESSION, reply);
    world.untilReplied(id -> answered(world, child, Events.typed(id, "DBS19")));
    world.untilReplied(id -> answered(world, child, Events.typed(id, "dbs19")));
    world.untilReplied(
        id -> answered(world, child, Events.tapped(id, "v=1&a=report&t=DBS19&d=" + session)));
    answered(world, child, Events.opened(found(LINK, reply)));
    answered(world, child, Events.typed("E5", "help"));
    answered(world, child, "{\"v\":\"1\",\"event\":\"digest\"}");
  }

  private static void answered(StandIns world, Child child, String event)
      throws IOException, InterruptedException {
    var result = child.await(world.runtime.invoke(event, LIMIT), LIMIT);
    expect(result.kind().equals("response"), result.body());
  }

  private static void expect(boolean seen, String what) throws IOException {
    if (!seen) {
      throw new IOException("expected: " + what);
    }
  }

  static String found(Pattern pattern, String text) throws IOException {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IOException("expected " + pattern + " in the reply");
    }
    return matcher.group(1);
  }
}
