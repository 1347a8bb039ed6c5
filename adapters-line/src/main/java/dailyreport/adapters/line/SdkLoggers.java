package dailyreport.adapters.line;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Silences the SDK's loggers that print bodies: the wire logger prints the bearer token at INFO,
 * the parser whole webhook bodies at DEBUG.
 */
final class SdkLoggers {
  /** Kept, because a logger nobody holds forgets its level. */
  private static final List<Logger> LOGGERS =
      List.of(
          Logger.getLogger("com.linecorp.bot.client.wire"),
          Logger.getLogger("com.linecorp.bot.parser.WebhookParser"));

  private SdkLoggers() {}

  static void silence() {
    LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
  }
}
