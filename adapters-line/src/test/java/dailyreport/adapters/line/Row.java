package dailyreport.adapters.line;

import java.util.function.Consumer;

/**
 * A line of the conversation's table.
 *
 * @param what happens, in words
 * @param act makes it happen
 * @param arrives what people got in that order, as {@link Heard} puts it; empty for nothing
 * @param made reports that were made
 * @param queued events that became a job
 */
record Row(String what, Consumer<WholeBot> act, String arrives, int made, int queued) {

  /** A person types; a report has to be made first. */
  static Row typed(String text, String arrives) {
    int made = arrives.startsWith("report") ? 1 : 0;
    return new Row("types " + text, bot -> bot.person().types(text), arrives, made, made);
  }

  /** Something that costs no report. */
  static Row of(String what, Consumer<WholeBot> act, String arrives) {
    return new Row(what, act, arrives, 0, 0);
  }

  /** Something that costs one report, made by a job. */
  static Row making(String what, Consumer<WholeBot> act, String arrives) {
    return new Row(what, act, arrives, 1, 1);
  }

  Row queued(int jobs) {
    return new Row(what, act, arrives, made, jobs);
  }

  @Override
  public String toString() {
    return what + " -> " + (arrives.isEmpty() ? "nothing" : arrives);
  }
}
