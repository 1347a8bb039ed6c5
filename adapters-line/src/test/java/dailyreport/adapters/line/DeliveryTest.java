package dailyreport.adapters.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Received;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Whatever breaks between the worker and LINE, a person sees an answer once: counted where LINE
 * shows it. Pushing is allowed here, so that what must not be pushed could be.
 */
class DeliveryTest {
  private static final LinePlatform PLATFORM = new LinePlatform();

  private final WholeBot bot = new WholeBot(PLATFORM, true);
  private final Chat person = bot.person();
  private final ObjectNode asked = person.text("DBS19");

  @AfterAll
  static void stop() {
    PLATFORM.close();
  }

  @Test
  void f66AReplyWhoseAnswerIsLostIsNotSentAgain() {
    PLATFORM.losesAnswers(2); // of the animation and of the reply
    person.happens(asked);

    assertThat(shown()).containsExactly("reply: report DBS19");
    assertThat(outcomes()).containsExactly("reply ambiguous");
  }

  @Test
  void f66WhenEvenTheRetrysAnswerIsLostNothingIsPushed() {
    PLATFORM.losesAnswers(3);
    person.happens(asked);

    assertThat(shown()).containsExactly("reply: report DBS19");
    assertThat(outcomes()).containsExactly("reply ambiguous");
  }

  @Test
  void f67AFaultOfLinesOwnIsTriedAgainWithTheSameToken() {
    PLATFORM.failsAtFirst(2);
    person.happens(asked);

    assertThat(shown()).containsExactly("reply: report DBS19");
    assertThat(outcomes()).containsExactly("reply ok");
  }

  @Test
  void f67AFaultThatStaysIsNotFollowedByAPush() {
    PLATFORM.failsAtFirst(3);
    person.happens(asked);

    assertThat(shown()).isEmpty();
    assertThat(outcomes()).containsExactly("reply ambiguous");
  }

  @Test
  void f65ADeadTokenIsFollowedByOnePush() {
    PLATFORM.kills(asked.get("replyToken").asText());
    person.happens(asked);

    assertThat(shown()).containsExactly("push: report DBS19");
    assertThat(outcomes()).containsExactly("reply refused", "push ok");
  }

  @Test
  void f76AfterFiftySecondsTheTokenIsLeftAloneAndOnePushSent() {
    Received job = after(Duration.ofSeconds(50));
    bot.works(job);

    assertThat(shown()).containsExactly("push: report DBS19");
    UUID retryKey = UUID.fromString(PLATFORM.shown().getFirst().address());
    assertThat(retryKey.version()).as("name-based").isEqualTo(3);
    assertThat(PLATFORM.animations()).isZero();
  }

  @Test
  void aPushWhoseAnswerIsLostIsKnownByItsKey() {
    Received job = after(Duration.ofSeconds(50));
    PLATFORM.losesAnswers(1);
    bot.works(job);

    assertThat(shown()).containsExactly("push: report DBS19");
    assertThat(outcomes()).containsExactly("push ok");
  }

  @Test
  void aJobThatComesAgainDoesNotPushAgain() {
    Received job = after(Duration.ofSeconds(50));
    bot.works(job);
    bot.clock.advance(Duration.ofSeconds(180));
    bot.works(job);

    assertThat(shown()).containsExactly("push: report DBS19");
    assertThat(outcomes()).containsExactly("push ok");
    assertThat(bot.made()).isEqualTo(1);
  }

  @Test
  void aJobThatComesAgainAfterItsReplyIsSilentTowardsThePerson() {
    bot.receives(asked.toString());
    Received job = bot.jobs.receive().orElseThrow();
    bot.works(job);
    bot.works(job);

    assertThat(shown()).containsExactly("reply: report DBS19");
    assertThat(bot.made()).isEqualTo(1);
  }

  @Test
  void twoJobsOfOneEventAreOneAnswer() {
    bot.receives(asked.toString());
    Received first = bot.jobs.receive().orElseThrow();
    bot.works(first);
    bot.works(new Received("job-from-another-instance", first.dueAt(), first.job()));

    assertThat(shown()).containsExactly("reply: report DBS19");
    assertThat(bot.events.of(AppEvent.Duplicate.class)).hasSize(1);
  }

  @Test
  void aJobThatWasKilledAfterItsReplyIsNotFollowedByAPush() {
    bot.receives(asked.toString());
    Received job = bot.jobs.receive().orElseThrow();
    bot.works(job);
    bot.clock.advance(Duration.ofSeconds(180));
    bot.works(job);

    assertThat(shown()).containsExactly("reply: report DBS19");
  }

  @Test
  void theSameBodyFiveTimesAtOnceIsOneReportAndOneMessage() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 5; i++) {
        threads.execute(() -> bot.receives(asked.toString()));
      }
    }
    bot.works();

    assertThat(shown()).containsExactly("reply: report DBS19");
    assertThat(bot.made()).isEqualTo(1);
    assertThat(bot.queued()).isEqualTo(1);
    assertThat(bot.events.of(AppEvent.Duplicate.class)).hasSize(4);
  }

  @Test
  void whoWasToldToWaitIsNotPushedToo() {
    bot.model.isSlow();
    PLATFORM.whenShown(bot.model::goesOn);
    person.happens(asked);

    assertThat(shown()).containsExactly("reply: wait DBS19");
    assertThat(bot.made()).isEqualTo(1);
  }

  /** The job of the event, which has lain in the queue until the event is that old. */
  private Received after(Duration age) {
    bot.receives(asked.toString());
    bot.clock.advance(age);
    return bot.jobs.receive().orElseThrow();
  }

  private static List<String> shown() {
    return PLATFORM.shown().stream()
        .map(one -> (one.path().equals(LineStub.PUSH) ? "push: " : "reply: ") + Heard.of(one))
        .toList();
  }

  private List<String> outcomes() {
    return bot.events.of(AppEvent.Delivered.class).stream()
        .map(event -> event.via() + " " + event.outcome())
        .toList();
  }
}
