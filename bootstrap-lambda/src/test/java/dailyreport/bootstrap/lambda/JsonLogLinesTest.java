package dailyreport.bootstrap.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class JsonLogLinesTest {
  private static LogRecord told(String message) {
    var told = new LogRecord(Level.SEVERE, message);
    told.setInstant(Instant.parse("2025-11-11T11:00:00Z"));
    told.setLoggerName("dailyreport.Example");
    return told;
  }

  @Test
  void aLineIsOneObjectWhateverIsInIt() {
    assertThat(new JsonLogLines().format(told("one \"two\"\nthree")))
        .isEqualTo(
            "{\"at\":\"2025-11-11T11:00:00Z\",\"level\":\"SEVERE\","
                + "\"logger\":\"dailyreport.Example\",\"message\":\"one \\\"two\\\"\\nthree\"}\n");
  }

  @Test
  void anExceptionIsToldWithoutItsWords() {
    LogRecord told = told("gone wrong");
    told.setThrown(new IllegalStateException("canary"));

    assertThat(new JsonLogLines().format(told))
        .contains("\"thrown\":\"java.lang.IllegalStateException")
        .contains("JsonLogLinesTest")
        .doesNotContain("canary");
  }
}
