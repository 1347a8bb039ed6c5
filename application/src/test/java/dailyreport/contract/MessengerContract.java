package dailyreport.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dailyreport.application.port.Answer;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Incoming;
import dailyreport.application.port.Messenger;
import dailyreport.application.port.Messenger.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every messenger promises. Its clock stands at {@link Examples#NOW}. */
public interface MessengerContract {
  Deadline DEADLINE = Deadline.in(Duration.ofSeconds(9), Examples.NOW);
  Duration AGE = Duration.ofSeconds(5);
  UUID RETRY_KEY = UUID.nameUUIDFromBytes(new byte[] {1});

  /** States of the chat platform. */
  enum Platform {
    /** Takes every message. */
    WELL,
    /** Says of every reply token that it is invalid. */
    TOKENS_DEAD,
    /** Breaks every connection after it has read the request. */
    SILENT,
    /** Says that the month's messages are used up. */
    MONTH_USED_UP,
    /** Says that the person has left. */
    PERSON_GONE
  }

  /** The same one throughout a test. */
  Messenger messenger();

  /** From now on; at first it is well. */
  void platformIs(Platform state);

  /** Answers that arrived. */
  int arrived();

  /** Loading animations that were shown. */
  int animations();

  @Test
  default void everyKindOfAnswerArrivesOnce() {
    int arrived = 0;
    for (Answer answer : Answers.all()) {
      Incoming incoming = Answers.incoming("event-" + arrived, AGE);

      assertThat(messenger().reply(incoming, answer, DEADLINE))
          .as(answer.getClass().getSimpleName())
          .isEqualTo(Delivery.DELIVERED);
      assertThat(arrived()).isEqualTo(++arrived);
    }
  }

  @Test
  default void aDeadTokenIsToldAndNothingArrives() {
    platformIs(Platform.TOKENS_DEAD);

    assertThat(
            messenger()
                .reply(
                    Answers.incoming("old", Duration.ofSeconds(70)), new Answer.Help(), DEADLINE))
        .isEqualTo(Delivery.TOKEN_DEAD);
    assertThat(arrived()).isZero();
  }

  @Test
  default void nobodyKnowsWhatASilentPlatformDid() {
    platformIs(Platform.SILENT);

    assertThat(messenger().reply(Answers.incoming("e", AGE), new Answer.Help(), DEADLINE))
        .isEqualTo(Delivery.AMBIGUOUS);
  }

  @Test
  default void aPersonWhoLeftIsNotReached() {
    platformIs(Platform.PERSON_GONE);

    assertThat(messenger().reply(Answers.incoming("e", AGE), new Answer.Help(), DEADLINE))
        .isEqualTo(Delivery.REFUSED);
    assertThat(arrived()).isZero();
  }

  @Test
  default void aPushIsCountedOncePerKey() {
    Incoming incoming = Answers.incoming("e", Duration.ofSeconds(70));

    assertThat(messenger().push(incoming, RETRY_KEY, new Answer.Help(), DEADLINE))
        .isEqualTo(Delivery.DELIVERED);
    assertThat(messenger().push(incoming, RETRY_KEY, new Answer.Help(), DEADLINE))
        .isEqualTo(Delivery.DELIVERED);
    assertThat(arrived()).isEqualTo(1);
  }

  @Test
  default void nothingIsPushedWhenTheMonthIsUsedUp() {
    platformIs(Platform.MONTH_USED_UP);
    Incoming incoming = Answers.incoming("e", Duration.ofSeconds(70));

    assertThat(messenger().push(incoming, RETRY_KEY, new Answer.Help(), DEADLINE))
        .isEqualTo(Delivery.QUOTA);
    assertThat(arrived()).isZero();
  }

  @Test
  default void nothingIsSentWithoutTime() {
    var passed = new Deadline(Examples.NOW);

    assertThat(messenger().reply(Answers.incoming("e", AGE), new Answer.Help(), passed))
        .isEqualTo(Delivery.REFUSED);
    messenger().showLoading(Answers.incoming("e", AGE), Duration.ofSeconds(60), passed);
    assertThat(arrived()).isZero();
    assertThat(animations()).isZero();
  }

  @Test
  default void theAnimationIsForOnePersonAndNeverFails() {
    for (Incoming.Kind kind : List.of(Incoming.Kind.GROUP, Incoming.Kind.ROOM)) {
      messenger()
          .showLoading(Answers.incoming("e", Examples.NOW, kind), Duration.ofSeconds(60), DEADLINE);
    }
    assertThat(animations()).isZero();

    messenger().showLoading(Answers.incoming("e", AGE), Duration.ofSeconds(60), DEADLINE);
    assertThat(animations()).isEqualTo(1);

    platformIs(Platform.SILENT);
    assertThatCode(() ->
            messenger().showLoading(Answers.incoming("e", AGE), Duration.ofSeconds(60), DEADLINE))
        .doesNotThrowAnyException();
  }
}
