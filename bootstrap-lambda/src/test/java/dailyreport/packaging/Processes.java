package dailyreport.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures whole processes from their start to their first answer, every way to start them and
 * every tier in turns: {@code processes.md} and, with every sample, {@code processes.json}.
 * Arguments: the zip, the directory for the results, the commit, and how often (9 unless given,
 * never below 7).
 */
final class Processes {
  private Processes() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int rounds = Rounds.of(args);
    var machine = Machine.quiet(args[2]);
    try (var work = Workplace.make("dailyreport-processes")) {
      System.err.println("processes: unpacking, training the class path's cache, one round unseen");
      var zip = Path.of(args[0]);
      Path modules = work.unpacked(zip);
      Path classes = work.unpacked(zip, "class-path");
      ClassPathTwin.make(classes, work.path());
      var setups =
          List.of(
              new Setup(modules, true, true),
              new Setup(modules, true, false),
              new Setup(classes, false, true),
              new Setup(classes, false, false));
      var one = new OneRound(Filled.by(modules, work.path()), setups, work.path());
      one.run();
      var measured = new ArrayList<Series>();
      var progress = new Rounds("processes", rounds);
      for (int round = 1; round <= rounds; round++) {
        progress.begins(round, "hits from both tiers, then a miss and its report, four ways");
        Series.add(measured, one.run());
      }
      String after = Machine.load();
      Path results = Files.createDirectories(Path.of(args[1]));
      String options = String.join(" ", options(modules));
      Files.writeString(
          results.resolve("processes.json"), ProcessesJson.of(machine, after, options, measured));
      String page = ProcessesPage.of(machine, after, options, measured);
      Files.writeString(results.resolve("processes.md"), page);
      System.out.print(page);
    }
  }

  private static List<String> options(Path root) throws IOException {
    return Files.readAllLines(root.resolve("java.options")).stream()
        .filter(line -> line.startsWith("-"))
        .toList();
  }
}
