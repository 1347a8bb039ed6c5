package dailyreport.bootstrap.lambda;

import dailyreport.adapters.secretsmanager.UnreadableSecretException;
import dailyreport.application.port.PortException;
import java.util.Arrays;
import java.util.Optional;

/** Where an exception came from, for logs: its words only where they can quote nobody. */
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
      words(at.get()).ifPresent(words -> text.append(" (").append(words).append(')'));
      Arrays.stream(at.get().getStackTrace())
          .filter(frame -> frame.getClassName().startsWith("dailyreport."))
          .limit(MOST_FRAMES)
          .forEach(frame -> text.append(" at ").append(frame));
    }
    return text.toString();
  }

  /** The message, where it is known to hold no secret and nothing that a user wrote. */
  static Optional<String> words(Throwable thrown) {
    return switch (thrown) {
      case InputException _, UnreadableSecretException _, PortException _ ->
          Optional.ofNullable(thrown.getMessage());
      default -> Optional.empty();
    };
  }
}
