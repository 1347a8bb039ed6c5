package dailyreport.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dailyreport.contract.ExampleJobs;
import dailyreport.contract.Examples;
import dailyreport.domain.report.ReportKey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeadLetterTest {
  @Test
  void everyLabelOfAFaultIsAReason() {
    for (Fault fault : Fault.values()) {
      assertThat(DeadLetter.unreadable("job-1", fault.label(), Examples.NOW).reason())
          .isEqualTo(fault.label());
    }
  }

  @Test
  void onlyAJobThatWasReadHasAKey() {
    var read = new Received("job-1", Examples.NOW, ExampleJobs.refresh());
    assertThat(DeadLetter.of(read, DeadLetter.BUG, Examples.NOW).key()).contains(Examples.KEY);
    assertThat(DeadLetter.unreadable("job-1", "malformed", Examples.NOW).key()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> letter(DeadLetter.Kind.UNKNOWN, Optional.of(Examples.KEY)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> letter(DeadLetter.Kind.REFRESH, Optional.empty()));
  }

  @Test
  void wordsHaveNoPlaceInIdAndReasonAndAreNotQuoted() {
    for (String words : List.of("", "two words", "ไทย", "c4n4ry!", "a".repeat(101))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> DeadLetter.unreadable(words, "malformed", Examples.NOW))
          .withMessage("job id must match [A-Za-z0-9._-]{1,100}");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> DeadLetter.unreadable("job-1", words, Examples.NOW))
          .withMessage("reason must match [a-z_]{1,40}");
    }
  }

  private static DeadLetter letter(DeadLetter.Kind kind, Optional<ReportKey> key) {
    return new DeadLetter("job-1", kind, key, "malformed", Examples.NOW);
  }
}
