package dailyreport.bootstrap.local;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells under one another, each column as wide as its widest cell. */
final class TextTable {
  private static final String GAP = "  ";

  private final boolean figures;
  private final List<List<String>> rows = new ArrayList<>();

  private TextTable(boolean figures) {
    this.figures = figures;
  }

  /** A table of words: every column begins at its left edge. */
  static TextTable ofWords() {
    return new TextTable(false);
  }

  /** A table of figures: every column but the first ends at its right edge. */
  static TextTable ofFigures() {
    return new TextTable(true);
  }

  TextTable row(List<String> cells) {
    rows.add(List.copyOf(cells));
    return this;
  }

  TextTable row(String... cells) {
    return row(List.of(cells));
  }

  /** The lines, each with its line break and none with blanks at its end. */
  String text() {
    var text = new StringBuilder();
    for (List<String> row : rows) {
      var line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        String cell = row.get(column);
        String room = " ".repeat(width(column) - cell.length());
        line.append(column == 0 ? "" : GAP)
            .append(figures && column > 0 ? room + cell : cell + room);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private int width(int column) {
    return rows.stream()
        .filter(row -> row.size() > column)
        .mapToInt(row -> row.get(column).length())
        .max()
        .orElse(0);
  }
}
