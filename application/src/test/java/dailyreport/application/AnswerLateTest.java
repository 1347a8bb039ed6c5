package dailyreport.application;

import static dailyreport.contract.Examples.DBS;
import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dailyreport.application.cache.GenerationBudget;
import dailyreport.application.cache.Waiting;
import dailyreport.application.port.Answer;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.Incoming;
import dailyreport.application.port.Job;
import dailyreport.application.port.Messenger.Delivery;
import dailyreport.application.port.Received;
import dailyreport.application.port.Said;
import dailyreport.contract.CacheWorld;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.contract.Examples;
import dailyreport.contract.InMemoryCacheWorld;
import dailyreport.contract.InMemoryEventClaims;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.report.ReportKey;
import dailyreport.domain.report.ReportText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AnswerLateTest {
  private final CacheWorld world = new InMemoryCacheWorld();
  private final Instance worker = world.instance();
  private final HeardMessenger messenger = new HeardMessenger();
  private final InMemoryEventClaims claims = new InMemoryEventClaims(world.clock);
  private final TickerDirectory directory = TickerDirectory.of(List.of(DBS, CacheWorld.UOB));

  /** Set where the person's patience shall end before the report is there. */
  private volatile boolean late;

  @Test
  void aReportInTimeIsOneReplyWithLinksAfterTheCommit() {
    messenger.hears = _ -> assertThat(world.commits()).isEqualTo(1);

    answer(received(incoming(Duration.ofSeconds(1))));

    assertThat(messenger.replies)
        .singleElement()
        .isInstanceOfSatisfying(
            Answer.Ready.class, ready -> assertThat(ready.links().pdf()).isPresent());
    assertThat(messenger.loadings).containsExactly(Duration.ofSeconds(60));
    assertThat(messenger.pushes).isEmpty();
    assertThat(world.generator.calls()).isEqualTo(1);
    assertThat(worker.events().of(AppEvent.ReportServed.class))
        .extracting(AppEvent.ReportServed::kind)
        .containsExactly("generated");
  }

  @Test
  void f40WhoCannotBeAnsweredIn45SecondsIsToldToTapAndFindsTheReport() {
    var heard = new CountDownLatch(1);
    late = true;
    messenger.hears = _ -> heard.countDown();
    world.generator.during(() -> await(heard));

    answer(received(incoming(Duration.ofSeconds(1))));

    assertThat(messenger.replies).containsExactly(new Answer.Preparing(KEY));
    assertThat(messenger.pushes).isEmpty();
    assertThat(world.commits()).isEqualTo(1);
    answer(received(incoming(Duration.ofSeconds(1))));
    assertThat(messenger.replies).hasSize(2);
    assertThat(messenger.replies.getLast()).isInstanceOf(Answer.Ready.class);
    assertThat(world.generator.calls()).isEqualTo(1);
  }

  @Test
  void whoWaitsForAnotherInstanceIsToldToTapToo() {
    world.lease().tryAcquire(KEY, Duration.ofSeconds(150), work());

    answer(received(incoming(Duration.ofSeconds(1))));

    assertThat(messenger.replies).containsExactly(new Answer.Preparing(KEY));
    assertThat(world.generator.calls()).isZero();
  }

  @Test
  void f65ADeadTokenIsFollowedByOnePushWhereThatIsAllowed() {
    messenger.onReply = Delivery.TOKEN_DEAD;

    answer(received(incoming(Duration.ofSeconds(1))), true);

    assertThat(messenger.replies).hasSize(1);
    assertThat(messenger.pushes).singleElement().isInstanceOf(Answer.Ready.class);
  }

  @Test
  void aDeadTokenIsNotFollowedByAPushByDefault() {
    messenger.onReply = Delivery.TOKEN_DEAD;

    answer(received(incoming(Duration.ofSeconds(1))));

    assertThat(messenger.pushes).isEmpty();
    assertThat(worker.events().of(AppEvent.ReportServed.class)).isEmpty();
  }

  @Test
  void f66AnAmbiguousReplyIsNeverFollowedByAPush() {
    messenger.onReply = Delivery.AMBIGUOUS;

    answer(received(incoming(Duration.ofSeconds(1))), true);

    assertThat(messenger.replies).hasSize(1);
    assertThat(messenger.pushes).isEmpty();
  }

  @Test
  void f77AfterFiftySecondsTheTokenIsLeftAloneAndTheReportKept() {
    answer(received(incoming(Duration.ofSeconds(50))));

    assertThat(messenger.replies).isEmpty();
    assertThat(messenger.loadings).isEmpty();
    assertThat(messenger.pushes).isEmpty();
    assertThat(world.commits()).isEqualTo(1);
  }

  @Test
  void afterFiftySecondsThePushHasAlwaysTheSameKey() {
    Incoming incoming = incoming(Duration.ofSeconds(180));

    answer(received("job-1", incoming), true);
    answer(received("job-1", incoming), true);

    assertThat(messenger.replies).isEmpty();
    assertThat(messenger.retryKeys).hasSize(2);
    assertThat(messenger.retryKeys.getFirst()).isEqualTo(messenger.retryKeys.getLast());
  }

  @Test
  void aJobThatMayHaveRepliedBeforeItWasKilledDoesNotPush() {
    Incoming incoming = incoming(Duration.ofSeconds(1));
    Received received = received("job-1", incoming);
    answer(received, true);

    world.clock.advance(Duration.ofSeconds(180));
    answer(received, true);

    assertThat(messenger.replies).hasSize(1);
    assertThat(messenger.pushes).isEmpty();
  }

  @Test
  void aClaimThatCannotBeDecidedIsNotFollowedByAPush() {
    claims.wire().cut(Fault.TIMEOUT);
    messenger.onReply = Delivery.TOKEN_DEAD;

    answer(received(incoming(Duration.ofSeconds(1))), true);

    assertThat(messenger.replies).hasSize(1);
    assertThat(messenger.pushes).isEmpty();
  }

  @Test
  void anEventIsAnsweredByOneJobOnly() {
    Incoming incoming = incoming(Duration.ofSeconds(1));

    answer(received("job-1", incoming));
    answer(received("job-2", incoming));
    assertThat(messenger.replies).hasSize(1);
    assertThat(worker.events().of(AppEvent.Duplicate.class)).hasSize(1);

    answer(received("job-1", incoming));
    assertThat(messenger.replies).hasSize(2);
  }

  @Test
  void aClaimThatCannotBeDecidedDoesNotCostTheAnswer() {
    claims.wire().cut(Fault.TIMEOUT);

    answer(received(incoming(Duration.ofSeconds(1))));

    assertThat(messenger.replies).singleElement().isInstanceOf(Answer.Ready.class);
  }

  @Test
  void anOldJobIsAcknowledgedWithoutWork() {
    Incoming incoming = incoming(Duration.ofSeconds(301));

    answer(new Received("job-1", incoming.time().plusMillis(1), new Job.Answer(incoming, KEY)));
    answer(new Received("job-2", world.clock.instant().minusSeconds(301), answerJob()));

    assertThat(world.generator.calls()).isZero();
    assertThat(messenger.replies).isEmpty();
    assertThat(world.requests()).isZero();
  }

  @Test
  void f76WithoutTimeNothingIsBegun() {
    answerLate(false)
        .answer(received(incoming(Duration.ofSeconds(1))), new Deadline(world.clock.instant()));

    assertThat(world.requests()).isZero();
    assertThat(claims.wire().calls()).isEmpty();
    assertThat(worker.events().of(AppEvent.DeadlineMissed.class))
        .containsExactly(new AppEvent.DeadlineMissed("entry"));
  }

  @Test
  void f01WithoutPricesNoDataIsSaid() {
    world.generator.fails();

    answer(received(incoming(Duration.ofSeconds(1))));

    assertThat(messenger.replies).containsExactly(new Answer.NoData(KEY.ticker()));
  }

  @Test
  void f01WithoutPricesTheLastGoodReportIsGivenWithItsDate() {
    var before = new ReportKey(KEY.ticker(), LocalDate.of(2025, 11, 10));
    world.clock.set(Instant.parse("2025-11-10T11:00:00Z"));
    answer(
        new Received("j", world.clock.instant(), new Job.Answer(incoming(Duration.ZERO), before)));
    world.clock.set(Examples.NOW);
    world.generator.fails();

    answer(received(incoming(Duration.ofSeconds(1))));

    assertThat(messenger.replies.getLast())
        .isInstanceOfSatisfying(
            Answer.Ready.class,
            ready -> {
              assertThat(ready.freshness()).isEqualTo(Freshness.STALE);
              assertThat(ReportText.dataLine(ready.report(), true))
                  .isEqualTo("ข้อมูล ณ 10 พ.ย. 2568 ยังดึงข้อมูลล่าสุดไม่ได้");
            });
  }

  @Test
  void whoIsDeniedIsOfferedTheReportBefore() {
    var before = new ReportKey(KEY.ticker(), LocalDate.of(2025, 11, 10));
    for (int i = 0; i < GenerationBudget.AN_HOUR; i++) {
      worker.cache().invalidate(new Scope.All(), Strength.HARD, work());
      world.clock.advance(Duration.ofSeconds(1));
      answer(
          new Received(
              "j" + i, world.clock.instant(), new Job.Answer(incoming(Duration.ZERO), before)));
    }

    answer(received(incoming(Duration.ZERO)));

    assertThat(messenger.replies.getLast()).isEqualTo(new Answer.Denied(Optional.of(before)));
    assertThat(world.generator.calls()).isEqualTo(GenerationBudget.AN_HOUR);
  }

  @Test
  void theEleventhNewReportOfAnHourIsDeniedToThatPersonOnly() {
    for (int i = 0; i < GenerationBudget.AN_HOUR; i++) {
      answer(received(incoming(Duration.ZERO)));
      world.clock.advance(Duration.ofSeconds(1));
      worker.cache().invalidate(new Scope.All(), Strength.HARD, work());
    }
    assertThat(messenger.replies).hasSize(10).allMatch(Answer.Ready.class::isInstance);

    answer(received(incoming(Duration.ZERO)));
    assertThat(messenger.replies.getLast()).isEqualTo(new Answer.Denied(Optional.empty()));
    assertThat(world.generator.calls()).isEqualTo(10);

    answer(received(incoming(Incoming.Kind.USER, "user-2", Duration.ZERO)));
    assertThat(messenger.replies.getLast()).isInstanceOf(Answer.Ready.class);
    answer(received(incoming(Duration.ZERO)));
    assertThat(messenger.replies.getLast()).isInstanceOf(Answer.Ready.class);
    assertThat(world.generator.calls()).isEqualTo(11);
  }

  @Test
  void aGroupSeesNoLoadingAnimation() {
    answer(received(incoming(Incoming.Kind.GROUP, "user-1", Duration.ofSeconds(1))));

    assertThat(messenger.loadings).isEmpty();
    assertThat(messenger.replies).hasSize(1);
  }

  @Test
  void aBugReachesTheHandlerAndLeavesNoLeaseToWaitFor() {
    world.generator.hasABug();

    assertThatThrownBy(() -> answer(received(incoming(Duration.ofSeconds(1)))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(messenger.replies).isEmpty();
    world.generator.heals();
    world.clock.advance(Duration.ofSeconds(61));
    answer(received(incoming(Duration.ZERO)));
    assertThat(messenger.replies).singleElement().isInstanceOf(Answer.Ready.class);
  }

  @Test
  void anotherKindOfJobIsRefused() {
    assertThatThrownBy(
            () -> answer(new Received("job-1", world.clock.instant(), new Job.Refresh(KEY))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void answer(Received received) {
    answer(received, false);
  }

  private void answer(Received received, boolean mayPush) {
    answerLate(mayPush).answer(received, work());
  }

  private AnswerLate answerLate(boolean mayPush) {
    return new AnswerLate(
        worker.cache(),
        claims,
        messenger,
        directory,
        new ReportLinks(Chats.CHANNEL_SECRET),
        Chats.CHANNEL_SECRET,
        mayPush,
        worker.events(),
        world.clock,
        waiting());
  }

  private Job.Answer answerJob() {
    return new Job.Answer(incoming(Duration.ofSeconds(1)), KEY);
  }

  private Received received(Incoming incoming) {
    return received("job-of-" + incoming.eventId(), incoming);
  }

  private Received received(String jobId, Incoming incoming) {
    return new Received(jobId, world.clock.instant(), new Job.Answer(incoming, KEY));
  }

  private Incoming incoming(Duration age) {
    return incoming(Incoming.Kind.USER, "user-1", age);
  }

  private Incoming incoming(Incoming.Kind kind, String user, Duration age) {
    Instant time = world.clock.instant().minus(age);
    return Chats.incoming(kind, user, time, new Said.Text("DBS19", false));
  }

  private Deadline work() {
    return Deadline.in(Duration.ofSeconds(105), world.clock.instant());
  }

  /** Waits for threads as long as it takes, but the first time not at all where a test is late. */
  private Waiting waiting() {
    var asked = new AtomicInteger();
    return new Waiting() {
      @Override
      public void pause(Duration time) {
        world.clock.advance(time);
      }

      @Override
      public boolean ends(Future<?> work, Duration atMost) throws InterruptedException {
        if (late && asked.getAndIncrement() == 0) {
          late = false;
          return false;
        }
        return Waiting.real().ends(work, Duration.ofMinutes(1));
      }
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
