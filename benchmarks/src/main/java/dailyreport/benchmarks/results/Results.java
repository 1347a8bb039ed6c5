package dailyreport.benchmarks.results;

import java.util.List;

/**
 * All that a run left behind, the source of table and plots.
 *
 * @param rows in the order of measuring
 */
public record Results(Conditions conditions, List<Row> rows) {
  public Results {
    rows = List.copyOf(rows);
  }
}
