package dailyreport.domain.grounding;

import dailyreport.domain.grounding.Mutant.Kind;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Counts what became of mutants, class by class, and prints it. */
final class MutationTable {
  private static final String UNEXPLAINED = "unexplained";

  private final Map<Kind, Row> rows = new EnumMap<>(Kind.class);

  private static final class Row {
    private int mutants;
    private int stillTrue;
    private int rejected;
    private final Map<String, AtomicInteger> escapes = new TreeMap<>();
    private String example = "";

    int wrong() {
      return mutants - stillTrue;
    }

    int escaped() {
      return wrong() - rejected;
    }
  }

  synchronized void add(
      Kind kind, String text, boolean stillTrue, boolean rejected, String excuse) {
    Row row = rows.computeIfAbsent(kind, _ -> new Row());
    row.mutants++;
    if (stillTrue) {
      row.stillTrue++;
    } else if (rejected) {
      row.rejected++;
    } else {
      String reason = excuse.isEmpty() ? UNEXPLAINED : excuse;
      row.escapes.computeIfAbsent(reason, _ -> new AtomicInteger()).incrementAndGet();
      row.example = excuse.isEmpty() ? text : row.example;
    }
  }

  int mutants() {
    return rows.values().stream().mapToInt(row -> row.mutants).sum();
  }

  int wrong() {
    return rows.values().stream().mapToInt(Row::wrong).sum();
  }

  int rejected() {
    return rows.values().stream().mapToInt(row -> row.rejected).sum();
  }

  /** Escapes for which no reason is known, an example for each class. */
  List<String> unexplained() {
    return rows.entrySet().stream()
        .filter(entry -> entry.getValue().escapes.containsKey(UNEXPLAINED))
        .map(entry ->
            entry.getKey()
                + " "
                + entry.getValue().escapes.get(UNEXPLAINED)
                + ": "
                + entry.getValue().example)
        .toList();
  }

  String markdown() {
    String head =
        """
        | class | mutants | still true | wrong | rejected | escapes |
        |---|--:|--:|--:|--:|---|
        """;
    String lines =
        rows.entrySet().stream()
            .map(entry -> line(entry.getKey().words(), entry.getValue()))
            .collect(Collectors.joining());
    return head
        + lines
        + String.format(
            Locale.ROOT,
            "| **all** | %d | %d | %d | %d | %.3f %% rejected |%n",
            mutants(),
            mutants() - wrong(),
            wrong(),
            rejected(),
            100.0 * rejected() / wrong());
  }

  private static String line(String words, Row row) {
    String escapes =
        row.escapes.entrySet().stream()
            .map(entry -> entry.getValue() + ": " + entry.getKey())
            .collect(Collectors.joining("; "));
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %d | %d | %s |%n",
        words,
        row.mutants,
        row.stillTrue,
        row.wrong(),
        row.rejected,
        escapes.isEmpty() ? Integer.toString(row.escaped()) : escapes);
  }
}
