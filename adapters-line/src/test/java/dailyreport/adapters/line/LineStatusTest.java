package dailyreport.adapters.line;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dailyreport.application.port.Answer;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Incoming;
import dailyreport.application.port.Messenger;
import dailyreport.application.port.Messenger.Delivery;
import dailyreport.application.port.Secret;
import dailyreport.contract.Answers;
import dailyreport.contract.Examples;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every way in which LINE can answer a reply, a push and the animation: faults.md, F65 to F73. What
 * it answers, in order, the last again and again; {@code +n} is {@code Retry-After}.
 */
class LineStatusTest {
  private static final LineStub STUB = new LineStub();
  private static final Deadline DEADLINE = Deadline.in(Duration.ofSeconds(9), Examples.NOW);
  private static final UUID KEY = UUID.nameUUIDFromBytes(new byte[] {7});

  private final List<AppEvent> log = new CopyOnWriteArrayList<>();
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();
  private final Messenger messenger =
      LineMessenger.open(
          new Secret("token-canary"), STUB.base(), log::add, () -> Examples.NOW, pauses::add);
  private final Incoming incoming = Answers.incoming("e", Duration.ofSeconds(5));

  @AfterEach
  void forget() {
    STUB.forget();
  }

  @AfterAll
  static void stop() {
    STUB.close();
  }

  @ParameterizedTest(name = "{0}: {1}, {2} requests, {3} accepted")
  @CsvSource({
    "200,                DELIVERED,  1, 1, ok",
    "202,                DELIVERED,  1, 1, ok",
    "500 200,            DELIVERED,  2, 1, ok",
    "502 503 200,        DELIVERED,  3, 1, ok",
    "504,                AMBIGUOUS,  3, 0, ambiguous",
    "500 400token,       DELIVERED,  2, 0, ambiguous",
    "reset 200,          DELIVERED,  2, 1, ok",
    "reset 400token,     DELIVERED,  2, 0, ambiguous",
    "reset 401,          AMBIGUOUS,  2, 0, ambiguous",
    "reset,              AMBIGUOUS,  2, 0, ambiguous",
    "empty,              AMBIGUOUS,  2, 0, ambiguous",
    "garbage,            AMBIGUOUS,  2, 0, ambiguous",
    "400token,           TOKEN_DEAD, 1, 0, refused",
    "400,                REFUSED,    1, 0, refused",
    "401,                REFUSED,    1, 0, auth",
    "403,                REFUSED,    1, 0, gone",
    "404,                REFUSED,    1, 0, gone",
    "409,                REFUSED,    1, 0, refused",
    "413,                REFUSED,    1, 0, refused",
    "415,                REFUSED,    1, 0, refused",
    "429,                REFUSED,    1, 0, throttled",
    "429+1 200,          DELIVERED,  2, 1, ok",
    "429+3 200,          DELIVERED,  2, 1, ok",
    "429+4 200,          REFUSED,    1, 0, throttled",
    "429+1 429+1 200,    REFUSED,    2, 0, throttled",
    "429quota,           QUOTA,      1, 0, quota",
    "301,                REFUSED,    1, 0, refused",
  })
  void aReply(String answers, Delivery delivery, int requests, int accepted, String outcome) {
    STUB.answers(LineStub.REPLY, responses(answers));

    assertThat(messenger.reply(incoming, new Answer.Help(), DEADLINE)).isEqualTo(delivery);
    assertCounts(LineStub.REPLY, requests, accepted);
    assertThat(log)
        .contains(new AppEvent.Delivered("reply", outcome, Duration.ofSeconds(5)))
        .filteredOn(AppEvent.DependencyRetry.class::isInstance)
        .hasSize(requests - 1);
    assertThat(STUB.headers(LineStub.REPLY, "X-Line-Retry-Key")).containsOnlyNulls();
  }

  @ParameterizedTest(name = "{0}: {1}, {2} requests, {3} accepted")
  @CsvSource({
    "200,                DELIVERED,  1, 1, ok",
    "500 200,            DELIVERED,  2, 1, ok",
    "500 409,            DELIVERED,  2, 0, ok",
    "reset 409,          DELIVERED,  2, 0, ok",
    "empty reset 200,    DELIVERED,  3, 1, ok",
    "409,                DELIVERED,  1, 0, ok",
    "503,                AMBIGUOUS,  3, 0, ambiguous",
    "reset,              AMBIGUOUS,  3, 0, ambiguous",
    "400,                REFUSED,    1, 0, refused",
    "401,                REFUSED,    1, 0, auth",
    "403,                REFUSED,    1, 0, gone",
    "404,                REFUSED,    1, 0, gone",
    "429,                REFUSED,    1, 0, throttled",
    "429+2 200,          DELIVERED,  2, 1, ok",
    "429quota,           QUOTA,      1, 0, quota",
    "500 429quota,       QUOTA,      2, 0, quota",
  })
  void aPush(String answers, Delivery delivery, int requests, int accepted, String outcome) {
    STUB.answers(LineStub.PUSH, responses(answers));

    assertThat(messenger.push(incoming, KEY, new Answer.Help(), DEADLINE)).isEqualTo(delivery);
    assertCounts(LineStub.PUSH, requests, accepted);
    assertThat(log).contains(new AppEvent.Delivered("push", outcome, Duration.ofSeconds(5)));
    assertThat(STUB.headers(LineStub.PUSH, "X-Line-Retry-Key")).containsOnly(KEY.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "202, ok",
    "400, refused",
    "401, auth",
    "403, gone",
    "404, gone",
    "429+1, throttled",
    "500, error",
    "reset, ambiguous",
    "empty, ambiguous",
  })
  void anAnimationIsOneRequestAndNobodysLoss(String answer, String outcome) {
    STUB.answers(LineStub.LOADING, responses(answer));

    messenger.showLoading(incoming, Duration.ofSeconds(60), DEADLINE);

    assertThat(STUB.requests(LineStub.LOADING)).isEqualTo(1);
    assertThat(log).containsExactly(new AppEvent.DependencyCall("line", outcome, Duration.ZERO));
    assertThat(pauses).isEmpty();
    assertThat(messenger.reply(incoming, new Answer.Help(), DEADLINE))
        .isEqualTo(Delivery.DELIVERED);
  }

  /** What cannot be read does not allow a push: the quota is people's money. */
  @ParameterizedTest
  @CsvSource({"401", "429", "500", "reset", "garbage"})
  void withoutAReadingOfTheQuotaNothingIsPushed(String answer) {
    STUB.everything(responses(answer)[0]);

    assertThat(messenger.push(incoming, KEY, new Answer.Help(), DEADLINE))
        .isEqualTo(Delivery.QUOTA);
    assertThat(STUB.requests(LineStub.QUOTA)).isEqualTo(1);
    assertThat(STUB.requests(LineStub.PUSH)).isZero();
  }

  private static void assertCounts(String path, int requests, int accepted) {
    assertThat(STUB.requests(path)).as("requests").isEqualTo(requests);
    assertThat(STUB.accepted(path)).as("accepted").isEqualTo(accepted);
  }

  private static ResponseDefinitionBuilder[] responses(String answers) {
    return Stream.of(answers.split(" "))
        .map(LineStatusTest::response)
        .toArray(ResponseDefinitionBuilder[]::new);
  }

  private static ResponseDefinitionBuilder response(String answer) {
    return switch (answer) {
      case "reset" -> LineStub.reset();
      case "empty" -> aResponse().withFault(Fault.EMPTY_RESPONSE);
      case "garbage" -> aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE);
      case "400token" -> LineStub.error(400, "Invalid reply token");
      case "429quota" -> LineStub.error(429, "You have reached your monthly limit.");
      default -> {
        String[] parts = answer.split("\\+");
        ResponseDefinitionBuilder response = LineStub.error(Integer.parseInt(parts[0]), "told to");
        yield parts.length == 1 ? response : response.withHeader("Retry-After", parts[1]);
      }
    };
  }
}
