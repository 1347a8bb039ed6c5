package dailyreport.packaging;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One question asked of one way to start, once a round.
 *
 * @param samples in the order of rounds
 */
record Series(Question question, Setup setup, List<Sample> samples) {

  /** What the first event of a process is, and what it finds. */
  enum Question {
    HIT_SHARED("hit in the bucket", "SQLite is empty"),
    HIT_LOCAL("hit in SQLite", "the process before left its file in the same `/tmp`"),
    MISS("miss, job sent", "the webhook's part"),
    REPORT("report made and sent", "the worker's part, from the job in the queue on");

    final String name;
    final String remark;

    Question(String name, String remark) {
      this.name = name;
      this.remark = remark;
    }
  }

  static Series of(Question question, Setup setup, Sample sample) {
    return new Series(question, setup, List.of(sample));
  }

  /** Puts a round's samples behind those of the rounds before. */
  static void add(List<Series> all, List<Series> round) throws IOException {
    if (all.isEmpty()) {
      round.forEach(one -> all.add(new Series(one.question, one.setup, new ArrayList<>())));
    }
    for (Series one : round) {
      find(all, one.question, one.setup.modules(), one.setup.aot()).samples.addAll(one.samples);
    }
  }

  static Series find(List<Series> all, Question question, boolean modules, boolean aot)
      throws IOException {
    for (Series series : all) {
      var setup = series.setup;
      if (series.question == question && setup.modules() == modules && setup.aot() == aot) {
        return series;
      }
    }
    throw new IOException("not measured: " + question);
  }

  /** This one's milliseconds less the other's, round by round. */
  List<Double> less(Series other) {
    var differences = new ArrayList<Double>();
    for (int i = 0; i < samples.size(); i++) {
      differences.add(samples.get(i).millis() - other.samples.get(i).millis());
    }
    return differences;
  }
}
