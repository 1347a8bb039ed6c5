package dailyreport.adapters.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dailyreport.application.port.Answer;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Incoming;
import dailyreport.application.port.Messenger;
import dailyreport.application.port.Messenger.Delivery;
import dailyreport.application.port.Secret;
import dailyreport.contract.Answers;
import dailyreport.contract.Examples;
import dailyreport.contract.MessengerContract;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LineMessengerTest implements MessengerContract {
  private final LineStub stub = new LineStub();
  private final List<AppEvent> log = new CopyOnWriteArrayList<>();
  private final AtomicReference<Instant> now = new AtomicReference<>(Examples.NOW);
  private final Messenger messenger =
      LineMessenger.open(new Secret("token-canary"), stub.base(), log::add, now::get, _ -> {});

  @BeforeEach
  void keys() {
    stub.knowsKey(RETRY_KEY.toString());
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  @Override
  public Messenger messenger() {
    return messenger;
  }

  @Override
  public void platformIs(Platform state) {
    switch (state) {
      case WELL -> stub.well();
      case TOKENS_DEAD -> stub.everything(LineStub.error(400, "Invalid reply token"));
      case SILENT -> stub.everything(LineStub.reset());
      case MONTH_USED_UP ->
          stub.answers(LineStub.PUSH, LineStub.error(429, "You have reached your monthly limit."));
      case PERSON_GONE -> stub.everything(LineStub.error(403, "Not available"));
    }
  }

  @Override
  public int arrived() {
    return stub.accepted(LineStub.REPLY) + stub.accepted(LineStub.PUSH);
  }

  @Override
  public int animations() {
    return stub.accepted(LineStub.LOADING);
  }

  @Test
  void aReplyIsOneRequestWithTheToken() {
    messenger.reply(Answers.incoming("e", AGE), Answers.READY, DEADLINE);

    assertThat(stub.requests(LineStub.REPLY)).isEqualTo(1);
    assertThat(stub.bodies(LineStub.REPLY).getFirst().get("replyToken").asText())
        .isEqualTo("reply-canary-e");
    assertThat(stub.headers(LineStub.REPLY, "Authorization"))
        .containsExactly("Bearer token-canary");
    assertThat(stub.headers(LineStub.REPLY, "X-Line-Retry-Key")).containsOnlyNulls();
  }

  @Test
  void aPushCarriesItsRetryKeyFromTheFirstAttempt() {
    UUID key = UUID.nameUUIDFromBytes(new byte[] {2});
    stub.answers(LineStub.PUSH, LineStub.error(500, "oops"), LineStub.ok());

    assertThat(messenger.push(Answers.incoming("e", AGE), key, new Answer.Help(), DEADLINE))
        .isEqualTo(Delivery.DELIVERED);
    assertThat(stub.headers(LineStub.PUSH, "X-Line-Retry-Key"))
        .containsExactly(key.toString(), key.toString());
    assertThat(stub.bodies(LineStub.PUSH).getFirst().get("to").asText()).isEqualTo("U-chat-canary");
  }

  @Test
  void aPushThatWasAcceptedBeforeIsDelivered() {
    UUID key = UUID.nameUUIDFromBytes(new byte[] {3});
    stub.answers(LineStub.PUSH, LineStub.reset(), LineStub.error(409, "already accepted"));

    assertThat(messenger.push(Answers.incoming("e", AGE), key, new Answer.Help(), DEADLINE))
        .isEqualTo(Delivery.DELIVERED);
    assertThat(stub.requests(LineStub.PUSH)).isEqualTo(2);
  }

  @Test
  void pushingStopsAtNinetyPercentAndTheQuotaIsReadEveryTenMinutes() {
    stub.quota("{\"type\":\"limited\",\"value\":300}", 270);
    Incoming incoming = Answers.incoming("e", AGE);

    assertThat(messenger.push(incoming, RETRY_KEY, new Answer.Help(), DEADLINE))
        .isEqualTo(Delivery.QUOTA);
    stub.quota("{\"type\":\"limited\",\"value\":300}", 269);
    now.set(Examples.NOW.plusSeconds(5));
    assertThat(messenger.push(incoming, RETRY_KEY, new Answer.Help(), DEADLINE))
        .isEqualTo(Delivery.QUOTA);
    assertThat(stub.requests(LineStub.PUSH)).isZero();
    assertThat(stub.requests(LineStub.QUOTA)).isEqualTo(1);
    assertThat(deliveries()).containsExactly("push quota", "push quota");

    now.set(Examples.NOW.plus(Duration.ofMinutes(10)));
    var later = dailyreport.application.port.Deadline.in(Duration.ofSeconds(9), now.get());
    assertThat(messenger.push(incoming, RETRY_KEY, new Answer.Help(), later))
        .isEqualTo(Delivery.DELIVERED);
    assertThat(stub.requests(LineStub.QUOTA)).isEqualTo(2);
  }

  @Test
  void nothingIsPushedWhenTheQuotaCannotBeRead() {
    stub.everything(LineStub.error(500, "oops"));

    assertThat(messenger.push(Answers.incoming("e", AGE), RETRY_KEY, new Answer.Help(), DEADLINE))
        .isEqualTo(Delivery.QUOTA);
    assertThat(stub.requests(LineStub.PUSH)).isZero();
  }

  @Test
  void theAnimationLastsFiveToSixtySecondsInStepsOfFive() {
    Incoming incoming = Answers.incoming("e", AGE);
    for (int seconds : List.of(0, 1, 5, 42, 60, 600)) {
      messenger.showLoading(incoming, Duration.ofSeconds(seconds), DEADLINE);
    }

    assertThat(stub.bodies(LineStub.LOADING).reversed())
        .extracting(body -> body.get("loadingSeconds").asInt())
        .containsExactly(5, 5, 5, 45, 60, 60);
    assertThat(stub.bodies(LineStub.LOADING).getFirst().get("chatId").asText())
        .isEqualTo("U-chat-canary");
  }

  @Test
  void everyAnswerIsRecordedWithItsWayAndAge() {
    messenger.reply(Answers.incoming("a", AGE), new Answer.Help(), DEADLINE);
    messenger.reply(Answers.incoming("b", AGE), new Answer.Preparing(Examples.KEY), DEADLINE);
    messenger.push(Answers.incoming("c", AGE), RETRY_KEY, new Answer.Help(), DEADLINE);

    assertThat(deliveries()).containsExactly("reply ok", "interim ok", "push ok");
    assertThat(log).contains(new AppEvent.Delivered("reply", "ok", AGE));
  }

  @Test
  void noSecretAndNoPersonIsLoggedAtAnyLevel() {
    List<String> lines;
    try (var logs = new CapturedLogs()) {
      Logger.getLogger("probe").fine("probe");
      for (Answer answer : Answers.all()) {
        messenger.reply(Answers.incoming("e", AGE), answer, DEADLINE);
      }
      messenger.push(Answers.incoming("e", AGE), RETRY_KEY, new Answer.Help(), DEADLINE);
      messenger.showLoading(Answers.incoming("e", AGE), Duration.ofSeconds(60), DEADLINE);
      platformIs(Platform.PERSON_GONE);
      messenger.reply(Answers.incoming("e", AGE), new Answer.Help(), DEADLINE);
      platformIs(Platform.SILENT);
      messenger.reply(Answers.incoming("e", AGE), new Answer.Help(), DEADLINE);
      lines = logs.lines();
    }

    assertThat(lines).anyMatch(line -> line.contains("probe"));
    // WireMock's server runs in the same process and logs what it serves.
    assertThat(lines)
        .filteredOn(line -> !line.startsWith("org.eclipse.jetty."))
        .noneMatch(line -> line.contains("canary"))
        .anyMatch(line -> line.startsWith("okhttp3."));
    assertThat(log.toString()).doesNotContain("canary");
  }

  @Test
  void theWireLoggerWouldShowTheTokenWereItNotOff() {
    assertThat(Logger.getLogger("com.linecorp.bot.client.wire").getLevel())
        .isEqualTo(java.util.logging.Level.OFF);
  }

  @Test
  void plainHttpIsForLoopbackOnly() {
    var token = new Secret("token-canary");
    assertThatThrownBy(
            () -> LineMessenger.open(token, URI.create("http://line.example"), log::add, now::get))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https");
    assertThat(LineMessenger.open(token, LineMessenger.DEFAULT_BASE, log::add, now::get))
        .isNotNull();
  }

  private List<String> deliveries() {
    return log.stream()
        .filter(AppEvent.Delivered.class::isInstance)
        .map(AppEvent.Delivered.class::cast)
        .map(event -> event.via() + " " + event.outcome())
        .toList();
  }
}
