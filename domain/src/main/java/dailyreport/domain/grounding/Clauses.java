package dailyreport.domain.grounding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where the clauses of a paragraph end: a label speaks for the numbers of its own clause. */
final class Clauses {
  private static final List<String> JOINTS =
      List.of("\n", ";", "·", "•", " แต่", " ขณะที่", " ในขณะที่", " ส่วน", " และ");

  /** First letters of the joints. */
  private static final String ENDS = "\n;·• ";

  private final int[] starts;
  private final int length;

  private Clauses(int[] starts, int length) {
    this.starts = starts;
    this.length = length;
  }

  static Clauses of(String text) {
    var starts = new ArrayList<Integer>();
    starts.add(0);
    for (int at = 1; at < text.length(); at++) {
      int place = at;
      if (ENDS.indexOf(text.charAt(at)) >= 0
          && JOINTS.stream().anyMatch(joint -> text.startsWith(joint, place))) {
        starts.add(at);
      }
    }
    return new Clauses(starts.stream().mapToInt(Integer::intValue).toArray(), text.length());
  }

  int start(int at) {
    return starts[index(at)];
  }

  int end(int at) {
    int next = index(at) + 1;
    return next < starts.length ? starts[next] : length;
  }

  private int index(int at) {
    int found = Arrays.binarySearch(starts, at);
    return found >= 0 ? found : -found - 2;
  }
}
