package dailyreport.benchmarks.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Draws what a folder's {@code jmh.json} holds: the table again, and every plot. */
public final class Report {
  private Report() {}

  /**
   * Draws them into the same folder. A plot without data is removed, because it would show an
   * earlier run.
   *
   * @return the names of the plots that have no data
   */
  public static List<String> draw(Path folder) throws IOException {
    ResultFile file = ResultFile.read(folder);
    file.write(folder, file.conditions());
    var absent = new ArrayList<>(Plots.ALL);
    for (Plot plot : Plots.of(file.results())) {
      ResultFile.replace(folder.resolve(plot.file()), PlotDrawing.png(plot, file.conditions()));
      absent.remove(plot.file());
    }
    for (String plot : absent) {
      Files.deleteIfExists(folder.resolve(plot));
    }
    return absent;
  }
}
