package dailyreport.packaging;

import dailyreport.packaging.Series.Question;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The samples as a page of Markdown. */
final class ProcessesPage {
  private ProcessesPage() {}

  static String of(Machine machine, String after, String options, List<Series> measured)
      throws IOException {
    return """
    %s

    Each line is n new processes of the Lambda package, from the start of `bootstrap` to its posted answer to one event: a
    signed LINE message, or a job. Stand-ins of LINE, the signed bucket, SQS, Yahoo and OpenAI answer at once, on loopback, in
    another process; files are in the page cache; all lines in turns, after a round that does not count. The class path
    has the same jars, the same Java and the same options, and an AOT cache of its own from the same training. Processor
    time is a median and depends on the load much less. Peak is the most memory that was ever resident, files mapped into the
    process included; anonymous is what of it belongs to no file when the answer is there. The heap may have a quarter of the machine's memory,
    and of Lambda's memory on Lambda. In time: the reply or the job was there, for
    a webhook gives itself 1.2 s. Every sample is in [processes.json](processes.json); repeat it with
    `./bot bench processes`.

    %s
    ## What makes the difference
    Differences inside a round, in ms: negative is faster.

    | | | median | min | max |
    |---|---|--:|--:|--:|
    %s
    Java options of the module path: `%s`

    %s\
    """
        .formatted(
            machine.heading("Whole processes"),
            tables(measured),
            differences(measured),
            options,
            machine.conditions(after));
  }

  private static String tables(List<Series> measured) {
    var page = new StringBuilder();
    for (Question question : Question.values()) {
      page.append("## First answer: ").append(question.name).append('\n');
      page.append("Found: ").append(question.remark).append(".\n\n");
      page.append("| | n | median ms | min | max | processor ms | peak MB | anonymous MB |");
      page.append(" in time |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|\n");
      for (Series series : measured) {
        if (series.question() == question) {
          page.append(row(series));
        }
      }
      page.append('\n');
    }
    return page.toString();
  }

  private static String row(Series series) {
    var samples = series.samples();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.0f | %.0f | %d |%n",
        series.setup().name(),
        Sample.times(samples),
        Sample.median(samples.stream().map(sample -> sample.memory().peak() / 1e3).toList()),
        Sample.median(samples.stream().map(sample -> sample.memory().anonymous() / 1e3).toList()),
        Sample.inTime(samples));
  }

  private static String differences(List<Series> measured) throws IOException {
    var rows = new StringBuilder();
    for (Question question : Question.values()) {
      var shipped = Series.find(measured, question, true, true);
      var plain = Series.find(measured, question, true, false);
      var classes = Series.find(measured, question, false, true);
      var plainClasses = Series.find(measured, question, false, false);
      rows.append(difference("the AOT cache on the module path", shipped, plain));
      rows.append(difference("the AOT cache on the class path", classes, plainClasses));
      rows.append(difference("modules in place of classes, no AOT cache", plain, plainClasses));
      rows.append(difference("modules in place of classes, each its AOT cache", shipped, classes));
    }
    return rows.toString();
  }

  private static String difference(String what, Series with, Series without) {
    var sorted = with.less(without).stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.0f | %.0f | %.0f |%n",
        with.question().name,
        what,
        Sample.median(sorted),
        sorted.getFirst(),
        sorted.getLast());
  }
}
