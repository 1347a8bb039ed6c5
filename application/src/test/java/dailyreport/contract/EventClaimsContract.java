package dailyreport.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.EventClaims;
import dailyreport.application.port.EventClaims.Claimed;
import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link EventClaims} promise. */
public interface EventClaimsContract {
  String EVENT = "01HZX3W8N6T0QJ2V9K4M7P5R1S";

  /** No event is claimed yet; the same within a test. */
  EventClaims claims();

  /** The clock that they read. */
  TestClock clock();

  @Test
  default void firstJobGetsTheEvent() {
    assertThat(claim(EVENT, "job-1")).isEqualTo(Claimed.FIRST);
  }

  @Test
  default void jobThatComesAgainIsKnown() {
    claim(EVENT, "job-1");
    assertThat(claim(EVENT, "job-1")).isEqualTo(Claimed.SAME_JOB);
  }

  @Test
  default void anotherJobIsTurnedAwayAndTheOwnerStays() {
    claim(EVENT, "job-1");
    assertThat(claim(EVENT, "job-2")).isEqualTo(Claimed.OTHER_JOB);
    assertThat(claim(EVENT, "job-1")).isEqualTo(Claimed.SAME_JOB);
  }

  @Test
  default void eventsDoNotMeet() {
    claim(EVENT, "job-1");
    assertThat(claim(EVENT + "-2", "job-2")).isEqualTo(Claimed.FIRST);
  }

  @Test
  default void ofManyJobsAtOnceExactlyOneIsFirst() {
    var answers = Together.run(6, i -> claim(EVENT, "job-" + i));
    assertThat(answers).filteredOn(Claimed.FIRST::equals).hasSize(1);
    assertThat(answers).filteredOn(Claimed.OTHER_JOB::equals).hasSize(5);
  }

  @Test
  default void malformedEventIdIsRefused() {
    for (String id : List.of("", "../x", "a/b", "x".repeat(65), "ทดสอบ", "a b", "a\u0000b")) {
      assertThatIllegalArgumentException().isThrownBy(() -> claim(id, "job-1"));
    }
    assertThat(claim("x".repeat(64), "job-1")).isEqualTo(Claimed.FIRST);
  }

  @Test
  default void nothingIsClaimedOnceTheDeadlineHasPassed() {
    assertThatExceptionOfType(PortException.Cache.class)
        .isThrownBy(() -> claims().claim(EVENT, "job-1", new Deadline(clock().instant())))
        .satisfies(seen -> assertThat(seen.fault()).isEqualTo(Fault.TIMEOUT));
    assertThat(claim(EVENT, "job-2")).isEqualTo(Claimed.FIRST);
  }

  private Claimed claim(String event, String job) {
    return claims().claim(event, job, Deadline.in(Duration.ofSeconds(30), clock().instant()));
  }
}
