package dailyreport.adapters.rendering;

import java.util.List;

/**
 * How tightly the pages are set. A long report is set smaller, step by step, before any of its
 * narrative is cut.
 *
 * @param body size of the narrative in points
 * @param leading from line to line of the narrative
 * @param paragraphGap above a paragraph
 * @param sectionGap above a heading
 * @param heading height of a heading
 * @param row height of a table's row
 * @param chart share of the full width that the chart has
 * @param lines most lines of one section; the rest is cut and said to be cut
 */
record Density(
    float body,
    float leading,
    float paragraphGap,
    float sectionGap,
    float heading,
    float row,
    float chart,
    int lines) {
  /** No section is cut. */
  static final int ALL = Integer.MAX_VALUE;

  /** So many of the ladder look alike; which of them is taken depends on where page 1 ends. */
  static final int ROOMY = 3;

  /** From the one we like best to the last resort. */
  static final List<Density> LADDER =
      List.of(
          new Density(11, 17, 5, 15, 24, 16, 1, ALL),
          new Density(11, 16, 4, 12, 24, 15.5f, 1, ALL),
          new Density(10.5f, 15.2f, 3.5f, 11, 23, 15.5f, 1, ALL),
          new Density(10, 14.4f, 3, 10, 22, 15, 1, ALL),
          new Density(9.5f, 13.6f, 2.5f, 8, 21, 14, 1, ALL),
          new Density(9.5f, 13.2f, 2.5f, 7, 20, 13.5f, 0.92f, ALL),
          new Density(9, 12.5f, 2, 7, 20, 13, 0.86f, ALL),
          cut(20),
          cut(14),
          cut(10),
          cut(7),
          cut(5),
          cut(3));

  private static Density cut(int lines) {
    return new Density(9, 12.4f, 2, 6, 19, 13, 0.8f, lines);
  }

  /** Size of the letters in a table of narrow rows; the rules must not touch Thai vowels. */
  float cell() {
    return Math.min(9.5f, 0.64f * row);
  }

  /** Space between blocks; a chart's legend must not touch the tiles. */
  float gap() {
    return Math.max(9, sectionGap);
  }
}
