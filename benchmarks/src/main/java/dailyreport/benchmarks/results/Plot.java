package dailyreport.benchmarks.results;

import java.util.List;
import java.util.SortedMap;

/**
 * What a picture shows, before it is drawn.
 *
 * @param file its name, by content: {@code rows.png}
 * @param x kind and title of the axis to the right
 * @param y kind and title of the axis upwards
 */
record Plot(String file, String title, Axis x, Axis y, List<Line> lines) {
  Plot {
    lines = List.copyOf(lines);
  }

  /** An axis; its title carries the unit. */
  sealed interface Axis {
    String title();

    /** In equal steps. */
    record Linear(String title) implements Axis {}

    /** In powers of a base. */
    record Powers(String title, double base) implements Axis {}

    /** Names at 0, 1, 2 and so on. */
    record Named(String title, List<String> names) implements Axis {}
  }

  /**
   * One line with a mark at each point.
   *
   * @param group lines of a group share a colour
   * @param dashed for the second line of a group
   */
  record Line(String name, int group, boolean dashed, SortedMap<Double, Double> points) {}
}
