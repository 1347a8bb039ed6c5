package dailyreport.bootstrap.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import org.junit.jupiter.api.Test;

class TraceTest {
  @Test
  void aBugIsLocatedAndItsWordsAreLeftOut() {
    var bug =
        new IllegalStateException("canary: what a user wrote", new NullPointerException("canary"));
    assertThat(Trace.of(bug))
        .startsWith("java.lang.IllegalStateException at ")
        .contains("TraceTest.java:", ", caused by java.lang.NullPointerException")
        .doesNotContain("canary");
  }

  @Test
  void wordsOfOurOwnAreTold() {
    assertThat(Trace.of(new InputException("PDF_BUCKET_NAME: expected a bucket name")))
        .contains("InputException (PDF_BUCKET_NAME: expected a bucket name) at ");
    assertThat(Trace.words(new PortException.Queue(Fault.CONFIG, "SQS client: no region", null)))
        .contains("SQS client: no region");
  }
}
