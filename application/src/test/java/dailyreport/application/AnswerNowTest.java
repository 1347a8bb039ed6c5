package dailyreport.application;

import static dailyreport.contract.Examples.DBS;
import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dailyreport.application.AnswerNow.Handled;
import dailyreport.application.cache.Requester;
import dailyreport.application.port.Answer;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.Incoming;
import dailyreport.application.port.Job;
import dailyreport.application.port.JobQueue;
import dailyreport.application.port.Messenger.Delivery;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Received;
import dailyreport.application.port.Said;
import dailyreport.contract.CacheWorld;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.contract.InMemoryCacheWorld;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerNowTest {
  private static final ReportKey DAY_BEFORE =
      new ReportKey(KEY.ticker(), KEY.session().minusDays(1));

  private final CacheWorld world = new InMemoryCacheWorld();
  private final Instance worker = world.instance();
  private final Instance webhook = world.instance();
  private final HeardMessenger messenger = new HeardMessenger();
  private final TickerDirectory directory = TickerDirectory.of(List.of(DBS, CacheWorld.UOB));
  private final AnswerNow answerNow = answerNow(webhook.queue());

  @Test
  void aHitIsOneReplyWithLinksAndNoJob() {
    generate(KEY);

    assertThat(answer(Chats.typed("dbs19"))).isEqualTo(Handled.REPLIED);

    Answer.Ready ready = (Answer.Ready) messenger.replies.getFirst();
    assertThat(messenger.replies).hasSize(1);
    assertThat(ready.report().key()).isEqualTo(KEY);
    assertThat(ready.freshness()).isEqualTo(Freshness.FRESH);
    assertThat(ready.links().pdf().orElseThrow().toString())
        .startsWith("https://bot.example/r/pdf/DBS19/2025-11-11/")
        .hasSizeLessThan(200);
    assertThat(ready.links().chart()).isPresent();
    assertThat(ready.neighbours()).containsExactly(new Ticker("UOB19"));
    assertThat(webhook.queue().pending()).isEmpty();
    assertThat(webhook.events().of(AppEvent.ReportServed.class))
        .extracting(AppEvent.ReportServed::kind)
        .containsExactly("shared");
  }

  @Test
  void aStaleHitIsServedAsStaleWithOneRefreshJob() {
    generate(KEY);
    world.clock.advance(Duration.ofSeconds(1));
    webhook.cache().invalidate(new Scope.OfKey(KEY), Strength.SOFT, soon());

    answer(Chats.typed("DBS19"));
    answer(Chats.typed("DBS19"));

    assertThat(messenger.replies)
        .hasSize(2)
        .allMatch(it -> ((Answer.Ready) it).freshness() == Freshness.STALE);
    assertThat(webhook.queue().pending())
        .extracting(Received::job)
        .containsExactly(new Job.Refresh(KEY));
  }

  @Test
  void nothingUsableBecomesAJobAndNoMessage() {
    Incoming incoming = Chats.typed("DBS19");

    assertThat(answer(incoming)).isEqualTo(Handled.ENQUEUED);

    assertThat(messenger.replies).isEmpty();
    assertThat(webhook.queue().pending())
        .extracting(Received::job)
        .containsExactly(new Job.Answer(incoming, KEY));
    assertThat(world.generator.calls()).isZero();
  }

  @Test
  void aKnownAbsenceIsSaidAtOnce() {
    world.generator.knowsNothing();
    generate(KEY);

    assertThat(answer(Chats.typed("DBS19"))).isEqualTo(Handled.REPLIED);

    assertThat(messenger.replies).containsExactly(new Answer.NoData(KEY.ticker()));
  }

  @Test
  void aRefusingQueueIsAnsweredWithNoData() {
    JobQueue refusing =
        (_, _, _) -> {
          throw new PortException.Queue(Fault.THROTTLED, "job for the queue", null);
        };

    answerNow(refusing).answer(Chats.typed("DBS19"), soon());

    assertThat(messenger.replies).containsExactly(new Answer.NoData(KEY.ticker()));
  }

  @Test
  void aBrokenSharedTierIsAMissAndNoFailure() {
    generate(KEY);
    world.cut(Fault.TIMEOUT);

    assertThat(answer(Chats.typed("DBS19"))).isEqualTo(Handled.ENQUEUED);
  }

  @Test
  void theWebhookNeverWritesToTheSharedTier() {
    generate(KEY);
    long commits = world.commits();
    for (int i = 0; i < 5; i++) {
      world.clock.advance(Duration.ofMinutes(2));
      answer(incoming("DBS19"));
    }

    assertThat(messenger.replies).hasSize(5);
    assertThat(world.commits()).isEqualTo(commits);
  }

  @Test
  void aRedeliveredEventIsAnsweredOnce() {
    generate(KEY);
    Incoming incoming = Chats.typed("DBS19");

    assertThat(answer(incoming)).isEqualTo(Handled.REPLIED);
    assertThat(answer(incoming)).isEqualTo(Handled.IGNORED);

    assertThat(messenger.replies).hasSize(1);
    assertThat(webhook.events().of(AppEvent.Duplicate.class)).hasSize(1);
  }

  @Test
  void theSameEventAtTheSameTimeIsAnsweredOnce() {
    generate(KEY);
    Incoming incoming = Chats.typed("DBS19");
    messenger.hears = _ -> assertThat(answer(incoming)).isEqualTo(Handled.IGNORED);

    assertThat(answer(incoming)).isEqualTo(Handled.REPLIED);

    assertThat(messenger.replies).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Delivery.class,
      names = {"TOKEN_DEAD", "REFUSED"})
  void anEventWhoseReplyWasRefusedMayBeAnsweredWhenItComesAgain(Delivery refused) {
    Incoming incoming = Chats.typed("help");
    messenger.onReply = refused;
    assertThat(answer(incoming)).isEqualTo(Handled.REFUSED);

    messenger.onReply = Delivery.DELIVERED;
    assertThat(answer(incoming)).isEqualTo(Handled.REPLIED);
    assertThat(answer(incoming)).isEqualTo(Handled.IGNORED);

    assertThat(messenger.replies).hasSize(2);
  }

  @Test
  void anEventWhoseReplyMayHaveArrivedIsNotAnsweredAgain() {
    Incoming incoming = Chats.typed("help");
    messenger.onReply = Delivery.AMBIGUOUS;

    assertThat(answer(incoming)).isEqualTo(Handled.REPLIED);
    assertThat(answer(incoming)).isEqualTo(Handled.IGNORED);

    assertThat(messenger.replies).hasSize(1);
  }

  @Test
  void anEventThatEndedInABugMayBeAnsweredWhenItComesAgain() {
    Incoming incoming = Chats.typed("help");
    messenger.hears =
        _ -> {
          throw new IllegalStateException("scripted bug");
        };
    assertThatThrownBy(() -> answer(incoming)).isInstanceOf(IllegalStateException.class);

    messenger.hears = _ -> {};
    assertThat(answer(incoming)).isEqualTo(Handled.REPLIED);
  }

  @Test
  void aThousandEventsAreRememberedForTwentyMinutes() {
    Incoming first = incoming("help");
    answer(first);
    for (int i = 1; i < 1_000; i++) {
      answer(incoming("help"));
    }
    assertThat(answer(first)).isEqualTo(Handled.IGNORED);
    assertThat(messenger.replies).hasSize(1_000);

    world.clock.advance(Duration.ofMinutes(20).minusSeconds(1));
    assertThat(answer(first)).isEqualTo(Handled.IGNORED);
    assertThat(messenger.replies).hasSize(1_000);
  }

  @Test
  void anEventOfTwentyMinutesIsIgnored() {
    Incoming incoming = Chats.typed("DBS19");
    world.clock.set(incoming.time().plus(Duration.ofMinutes(20)));

    assertThat(answer(incoming)).isEqualTo(Handled.IGNORED);

    assertThat(messenger.replies).isEmpty();
    assertThat(webhook.queue().pending()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"help", "HELP", " วิธีใช้ ", "ใช้งาน"})
  void helpIsToldAlsoInGroups(String text) {
    answer(Chats.typed(text));
    answer(Chats.inGroup(new Said.Text(text, false)));

    assertThat(messenger.replies).containsExactly(new Answer.Help(), new Answer.Help());
  }

  @Test
  void theListComesInPagesByMarket() {
    answer(Chats.typed("รายชื่อ"));
    answer(Chats.said(new Said.TapList(99)));

    assertThat(messenger.replies)
        .hasSize(2)
        .allSatisfy(it -> {
          Answer.Listing listing = (Answer.Listing) it;
          assertThat(listing.page()).isEqualTo(1);
          assertThat(listing.pages()).isEqualTo(1);
          assertThat(listing.instruments()).containsExactly(DBS, CacheWorld.UOB);
        });
  }

  @Test
  void aReportMayBeAskedForInAPhrase() {
    generate(KEY);

    answer(Chats.typed("รายงาน dbs"));

    assertThat(messenger.replies).singleElement().isInstanceOf(Answer.Ready.class);
  }

  @Test
  void anUnknownNameIsEchoedOnlyWhenItIsShortAscii() {
    answer(Chats.typed("SONYCORP"));
    answer(Chats.typed("หุ้นอะไร"));
    answer(Chats.typed("A name of more than sixteen"));
    answer(Chats.typed("a\u0007b"));

    assertThat(messenger.replies)
        .containsExactly(
            new Answer.Unknown("SONYCORP", List.of()),
            new Answer.Unknown("", List.of()),
            new Answer.Unknown("", List.of()),
            new Answer.Unknown("", List.of()));
  }

  @Test
  void aNearMissIsAskedBackAndNothingIsLookedUp() {
    answer(Chats.typed("DBS11"));

    assertThat(messenger.replies)
        .containsExactly(new Answer.Unknown("DBS11", List.of(KEY.ticker())));
    assertThat(world.requests()).isZero();
    assertThat(webhook.queue().pending()).isEmpty();
  }

  @Test
  void aGroupHearsOnlySymbolsAndWhatMentionsUs() {
    generate(KEY);
    assertThat(answer(Chats.inGroup(new Said.Text("DBS", false)))).isEqualTo(Handled.IGNORED);
    assertThat(answer(Chats.inGroup(new Said.Text("DBS11", false)))).isEqualTo(Handled.IGNORED);
    assertThat(answer(Chats.inGroup(new Said.Text("hello", true)))).isEqualTo(Handled.IGNORED);
    assertThat(answer(Chats.inGroup(new Said.Other()))).isEqualTo(Handled.IGNORED);
    assertThat(messenger.replies).isEmpty();

    answer(Chats.inGroup(new Said.Text("DBS19", false)));
    answer(Chats.inGroup(new Said.Text("dbs", true)));
    assertThat(messenger.replies).hasSize(2).allMatch(Answer.Ready.class::isInstance);
  }

  @Test
  void friendsAreWelcomedAndStickersGetAHint() {
    answer(Chats.said(new Said.Followed()));
    answer(Chats.inGroup(new Said.Joined()));
    answer(Chats.said(new Said.Other()));

    assertThat(messenger.replies)
        .containsExactly(new Answer.Welcome(), new Answer.Welcome(), new Answer.Hint());
  }

  @Test
  void aTapOnAnOlderSessionGetsItsEntryWhileThatIsUsable() {
    generate(DAY_BEFORE);

    answer(Chats.said(new Said.Tap(KEY.ticker(), Optional.of(DAY_BEFORE.session()))));

    assertThat(((Answer.Ready) messenger.replies.getFirst()).report().key()).isEqualTo(DAY_BEFORE);
  }

  @Test
  void aTapOnAnOlderSessionWithoutAnEntryMeansTheNewest() {
    Incoming tap = Chats.said(new Said.Tap(KEY.ticker(), Optional.of(DAY_BEFORE.session())));

    answer(tap);

    assertThat(webhook.queue().pending())
        .extracting(Received::job)
        .containsExactly(new Job.Answer(tap, KEY));
  }

  @Test
  void aTapOnASessionThatCannotBeMeansTheNewest() {
    generate(KEY);

    answer(Chats.said(new Said.Tap(KEY.ticker(), Optional.of(LocalDate.of(2025, 11, 9)))));
    answer(Chats.said(new Said.Tap(KEY.ticker(), Optional.of(LocalDate.of(2031, 1, 6)))));
    answer(Chats.said(new Said.Tap(KEY.ticker(), Optional.empty())));

    assertThat(messenger.replies)
        .hasSize(3)
        .allMatch(it -> ((Answer.Ready) it).report().key().equals(KEY));
  }

  @Test
  void aTapOnATickerThatIsNotListedIsUnknown() {
    answer(Chats.said(new Said.Tap(new Ticker("NOPE19"), Optional.empty())));

    assertThat(messenger.replies).containsExactly(new Answer.Unknown("NOPE19", List.of()));
    assertThat(world.requests()).isZero();
  }

  private Incoming incoming(String text) {
    return Chats.incoming(
        Incoming.Kind.USER, "user-1", world.clock.instant(), new Said.Text(text, false));
  }

  private void generate(ReportKey key) {
    worker.cache().get(key, Requester.nobody(), soon(), soon());
  }

  private Handled answer(Incoming incoming) {
    return answerNow.answer(incoming, Deadline.in(Duration.ofMillis(1_200), world.clock.instant()));
  }

  private Deadline soon() {
    return Deadline.in(Duration.ofSeconds(100), world.clock.instant());
  }

  private AnswerNow answerNow(JobQueue queue) {
    return new AnswerNow(
        webhook.cache(),
        directory,
        world.sessions,
        new ReportLinks(Chats.CHANNEL_SECRET),
        messenger,
        queue,
        webhook.events(),
        world.clock);
  }
}
