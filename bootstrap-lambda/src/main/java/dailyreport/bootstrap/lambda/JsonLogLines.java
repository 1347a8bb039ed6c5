package dailyreport.bootstrap.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;

/**
 * What is told to people, as one JSON object a line on standard error, so that one search finds it
 * beside the events. An exception is told by {@link Trace}, which keeps words that may quote a
 * user.
 */
final class JsonLogLines extends Formatter {
  private static final JsonFactory JSON = new JsonFactory();

  /** Gives this form to every log line of the process. */
  static void install() {
    for (Handler handler : LogManager.getLogManager().getLogger("").getHandlers()) {
      handler.setFormatter(new JsonLogLines());
    }
  }

  @Override
  public String format(LogRecord told) {
    var line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("at", told.getInstant().toString());
      json.writeStringField("level", told.getLevel().getName());
      json.writeStringField("logger", told.getLoggerName());
      json.writeStringField("message", formatMessage(told));
      if (told.getThrown() != null) {
        json.writeStringField("thrown", Trace.of(told.getThrown()));
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.append('\n').toString();
  }
}
