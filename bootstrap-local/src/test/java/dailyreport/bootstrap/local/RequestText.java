package dailyreport.bootstrap.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Requests in the words of the request table. */
final class RequestText {
  private static final Map<String, String> NAMES =
      Map.of(
          "cache/control/invalidations.json", "control",
          "cache/control/budget-2025-11-11.json", "budget",
          "cache/leases/DBS19/2025-11-11", "lease",
          "cache/reports/DBS19/2025-11-11/report.json", "record",
          "cache/reports/DBS19/2025-11-11/chart.b64", "chart",
          "cache/reports/DBS19/2025-11-11/news.json", "news",
          "reports/DBS19/2025-11-11.pdf", "pdf",
          "cache/reports/DBS19/2025-11-10/report.json", "before",
          "cache/reports/DBS19/", "folder");

  private RequestText() {}

  /**
   * The requests in their order; where the pattern has several at once, their order says nothing
   * and they are sorted.
   *
   * @param answers {@code VERB key status}
   * @param pattern says how many were allowed at once, request by request
   */
  static String of(List<String> answers, String pattern) {
    List<String> words = answers.stream().map(RequestText::word).toList();
    var steps = new ArrayList<String>();
    int at = 0;
    for (String step : pattern.split(" > ")) {
      int end = Math.min(words.size(), at + step.split(" \\+ ").length);
      if (at < end) {
        steps.add(String.join(" + ", words.subList(at, end).stream().sorted().toList()));
      }
      at = end;
    }
    steps.addAll(words.subList(at, words.size()));
    return String.join(" > ", steps);
  }

  private static String word(String answer) {
    String[] words = answer.split(" ");
    String request = words[0] + " " + NAMES.getOrDefault(words[1], words[1]);
    return words[2].startsWith("2") ? request : request + " " + words[2];
  }
}
