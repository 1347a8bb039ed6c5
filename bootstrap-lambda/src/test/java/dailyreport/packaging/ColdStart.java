package dailyreport.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures a cold start: from starting {@code bootstrap} until the answer to the first event, a
 * cache hit out of the bucket, has been posted. With and without the AOT cache in turns. Arguments:
 * the zip, the directory for the result, the commit, and how often (9 unless given, never below 7).
 */
final class ColdStart {
  private ColdStart() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int rounds = Rounds.of(args);
    var machine = Machine.quiet(args[2]);
    try (var work = Workplace.make("dailyreport-coldstart")) {
      Path root = work.unpacked(Path.of(args[0]));
      var filled = Filled.by(root, work.path());
      var with = new ArrayList<Sample>();
      var without = new ArrayList<Sample>();
      var progress = new Rounds("coldstart", rounds);
      for (int round = 1; round <= rounds; round++) {
        progress.begins(round, "hits out of the bucket, with and without the AOT cache");
        with.add(hit(new Setup(root, true, true), filled, work.path()));
        without.add(hit(new Setup(root, true, false), filled, work.path()));
      }
      String page = page(machine, with, without);
      Files.writeString(Files.createDirectories(Path.of(args[1])).resolve("coldstart.md"), page);
      System.out.print(page);
    }
  }

  private static Sample hit(Setup setup, Filled filled, Path work)
      throws IOException, InterruptedException {
    try (var world = new StandIns()) {
      filled.into(world);
      Path temporary = Filled.Run.temporary(work);
      String event = Events.typed("C1", "dbs19");
      return setup.sample(world, "webhook", temporary, event, () -> world.replies().size(), work);
    }
  }

  private static String page(Machine machine, List<Sample> with, List<Sample> without)
      throws IOException {
    return """
    %s

    Process start to the posted answer of the first event: a signed LINE message, a cache hit out of the
    bucket, the reply sent. Stand-ins on loopback in another process, an empty folder for SQLite each time, files
    in the page cache, variants in turns. A function that has used up the 1.2 s it gives itself sends a job instead of a
    reply: last column. Processor time is a median and depends on the load much less. Repeat it with `./bot bench coldstart`.

    | | n | median ms | min | max | processor ms | in time for a reply |
    |---|--:|--:|--:|--:|--:|--:|
    | with the AOT cache | %s | %d |
    | without | %s | %d |

    %s\
    """
        .formatted(
            machine.heading("Cold start"),
            Sample.times(with),
            Sample.inTime(with),
            Sample.times(without),
            Sample.inTime(without),
            machine.conditions(Machine.load()));
  }
}
