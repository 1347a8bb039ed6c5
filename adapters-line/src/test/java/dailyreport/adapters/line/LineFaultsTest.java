package dailyreport.adapters.line;

import static dailyreport.adapters.line.LineStub.REPLY;
import static dailyreport.adapters.line.LineStub.error;
import static dailyreport.adapters.line.LineStub.ok;
import static dailyreport.adapters.line.LineStub.reset;
import static dailyreport.adapters.line.LineStub.slow;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dailyreport.application.port.Answer;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Messenger;
import dailyreport.application.port.Messenger.Delivery;
import dailyreport.application.port.Secret;
import dailyreport.contract.Answers;
import dailyreport.contract.Examples;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** F65 to F73 of the fault matrix. */
class LineFaultsTest {
  private static final Duration YOUNG = Duration.ofSeconds(5);
  private static final Duration OLD = Duration.ofSeconds(55);

  private final LineStub stub = new LineStub();
  private final List<AppEvent> log = new CopyOnWriteArrayList<>();
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();
  private final Messenger messenger = open(stub.base());

  private Messenger open(URI base) {
    return LineMessenger.open(
        new Secret("token-canary"), base, log::add, () -> Examples.NOW, pauses::add);
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  @Test
  void f65AnInvalidTokenIsDeadAndNotTriedAgain() {
    assertThat(reply(OLD, error(400, "Invalid reply token"))).isEqualTo(Delivery.TOKEN_DEAD);
    assertThat(stub.requests(REPLY)).isEqualTo(1);
  }

  @Test
  @Timeout(15) // the stub would answer after 20 s
  void f66ATimeoutThenAnInvalidTokenMeansTheFirstArrived() {
    assertThat(reply(YOUNG, slow(ok()), error(400, "Invalid reply token")))
        .isEqualTo(Delivery.DELIVERED);
    assertThat(outcomes()).containsExactly("ambiguous");
    assertThat(stub.requests(REPLY)).isEqualTo(2);
  }

  @Test
  void f66OnceTheTokenMayHaveExpiredNobodyKnows() {
    assertThat(reply(OLD, reset(), error(400, "Invalid reply token")))
        .isEqualTo(Delivery.AMBIGUOUS);
    assertThat(outcomes()).containsExactly("ambiguous");
  }

  @Test
  void aBrokenConnectionIsTriedOnceMoreAndNotBehindOurBack() {
    assertThat(reply(YOUNG, reset())).isEqualTo(Delivery.AMBIGUOUS);
    assertThat(stub.requests(REPLY)).isEqualTo(2);
    assertThat(retries()).isEqualTo(1);
  }

  @Test
  void aPooledConnectionThatBreaksIsOurOwnRetryToo() {
    reply(YOUNG, ok());

    assertThat(reply(YOUNG, reset(), ok())).isEqualTo(Delivery.DELIVERED);
    assertThat(stub.requests(REPLY)).isEqualTo(3);
    assertThat(retries()).isEqualTo(1);
  }

  @Test
  void f67AServerErrorThenSuccessIsOneMessage() {
    assertThat(reply(YOUNG, error(500, "oops"), ok())).isEqualTo(Delivery.DELIVERED);
    assertThat(stub.requests(REPLY)).isEqualTo(2);
    assertThat(stub.accepted(REPLY)).isEqualTo(1);
    assertThat(retries()).isEqualTo(1);
    assertThat(pauses).hasSize(1).allMatch(pause -> pause.toMillis() < 500);
  }

  @Test
  void f67ThreeServerErrorsAreTheEndAndAmbiguous() {
    assertThat(reply(YOUNG, error(500, "oops"))).isEqualTo(Delivery.AMBIGUOUS);
    assertThat(stub.requests(REPLY)).isEqualTo(3);
    assertThat(retries()).isEqualTo(2);
  }

  @Test
  void f68AShortWaitIsWaitedOnce() {
    assertThat(reply(YOUNG, error(429, "rate").withHeader("Retry-After", "2"), ok()))
        .isEqualTo(Delivery.DELIVERED);
    assertThat(pauses).containsExactly(Duration.ofSeconds(2));
    assertThat(stub.requests(REPLY)).isEqualTo(2);
  }

  @Test
  void f68ASecondRefusalALongWaitOrNoneEndsIt() {
    assertThat(reply(YOUNG, error(429, "rate").withHeader("Retry-After", "2")))
        .isEqualTo(Delivery.REFUSED);
    assertThat(stub.requests(REPLY)).isEqualTo(2);
    assertThat(reply(YOUNG, error(429, "rate").withHeader("Retry-After", "30")))
        .isEqualTo(Delivery.REFUSED);
    assertThat(reply(YOUNG, error(429, "rate"))).isEqualTo(Delivery.REFUSED);
    assertThat(stub.requests(REPLY)).isEqualTo(4);
    assertThat(outcomes()).containsExactly("throttled", "throttled", "throttled");
  }

  @Test
  void f69ARefusedTokenOfTheChannelIsNotTriedAgain() {
    assertThat(reply(YOUNG, error(401, "Authentication failed"))).isEqualTo(Delivery.REFUSED);
    assertThat(outcomes()).containsExactly("auth");
    assertThat(stub.requests(REPLY)).isEqualTo(1);
  }

  @Test
  void f71AUsedUpMonthIsNotTriedAgain() {
    assertThat(reply(YOUNG, error(429, "You have reached your monthly limit.")))
        .isEqualTo(Delivery.QUOTA);
    assertThat(outcomes()).containsExactly("quota");
    assertThat(stub.requests(REPLY)).isEqualTo(1);
  }

  @Test
  void f73APersonWhoLeftIsNotTriedAgain() {
    assertThat(reply(YOUNG, error(403, "Not available"))).isEqualTo(Delivery.REFUSED);
    assertThat(reply(YOUNG, error(404, "Not found"))).isEqualTo(Delivery.REFUSED);
    assertThat(outcomes()).containsExactly("gone", "gone");
    assertThat(stub.requests(REPLY)).isEqualTo(2);
  }

  @Test
  void aRefusedMessageIsOurMistakeAndNotTriedAgain() {
    assertThat(reply(YOUNG, error(400, "The request body has 1 error(s)")))
        .isEqualTo(Delivery.REFUSED);
    assertThat(stub.requests(REPLY)).isEqualTo(1);
  }

  @Test
  void anAnswerThatIsNoJsonCountsByItsStatus() {
    assertThat(reply(YOUNG, ok().withBody("<html>"))).isEqualTo(Delivery.DELIVERED);
    assertThat(reply(YOUNG, error(403, "x").withBody("<html>"))).isEqualTo(Delivery.REFUSED);
    assertThat(stub.requests(REPLY)).isEqualTo(2);
  }

  @Test
  void nobodyListeningIsTriedThreeTimesAndRefused() throws IOException {
    int closed;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    Messenger lonely = open(URI.create("http://127.0.0.1:" + closed));

    assertThat(lonely.reply(Answers.incoming("e", YOUNG), new Answer.Help(), deadline(9_000)))
        .isEqualTo(Delivery.REFUSED);
    assertThat(retries()).isEqualTo(2);
    assertThat(outcomes()).containsExactly("error");
  }

  @Test
  @Timeout(15) // the stub would answer after 20 s
  void theDeadlineIsShorterThanTheReadTimeout() {
    stub.answers(REPLY, slow(ok()));

    assertThat(messenger.reply(Answers.incoming("e", YOUNG), new Answer.Help(), deadline(200)))
        .isEqualTo(Delivery.AMBIGUOUS);
  }

  private Delivery reply(Duration age, ResponseDefinitionBuilder... responses) {
    stub.well();
    stub.answers(REPLY, responses);
    return messenger.reply(Answers.incoming("e", age), new Answer.Help(), deadline(9_000));
  }

  private static Deadline deadline(long millis) {
    return Deadline.in(Duration.ofMillis(millis), Examples.NOW);
  }

  private List<String> outcomes() {
    return log.stream()
        .filter(AppEvent.Delivered.class::isInstance)
        .map(event -> ((AppEvent.Delivered) event).outcome())
        .toList();
  }

  private long retries() {
    return log.stream().filter(AppEvent.DependencyRetry.class::isInstance).count();
  }
}
