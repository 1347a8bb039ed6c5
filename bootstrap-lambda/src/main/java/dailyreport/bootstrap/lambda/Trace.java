package dailyreport.bootstrap.lambda;

import java.util.Arrays;
import java.util.Optional;

/** Where an exception came from, without its message: that could quote what a user wrote. */
final class Trace {
  private static final int MOST_FRAMES = 8;

  private Trace() {}

  /** Classes of the exception and its causes, each with our own frames, nearest first. */
  static String of(Throwable thrown) {
    var text = new StringBuilder();
    for (Optional<Throwable> at = Optional.of(thrown);
        at.isPresent();
        at = at.map(Throwable::getCause)) {
      text.append(text.isEmpty() ? "" : ", caused by ").append(at.get().getClass().getName());
      Arrays.stream(at.get().getStackTrace())
          .filter(frame -> frame.getClassName().startsWith("dailyreport."))
          .limit(MOST_FRAMES)
          .forEach(frame -> text.append(" at ").append(frame));
    }
    return text.toString();
  }
}
