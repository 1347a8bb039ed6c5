package dailyreport.bootstrap.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.Secret;
import dailyreport.bootstrap.local.serve.Http;
import dailyreport.contract.TestClock;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LineStandInTest {
  private static final String TEXT = "{\"type\":\"text\",\"text\":\"สวัสดี\"}";

  private final TestClock clock = TestClock.atNow();
  private final Ids ids = new Ids();
  private final ReplyTokens tokens = new ReplyTokens(clock, ids);
  private final Feed feed = new Feed(clock);
  private final LineStandIn line =
      new LineStandIn(new Secret("channel-token"), tokens, ids, feed, clock);

  @BeforeEach
  void start() {
    line.start();
  }

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void aTokenIsGoodForOneReply() throws Exception {
    String token = tokens.issue(Ask.Chat.USER, clock.instant());
    assertThat(reply(token, TEXT).status()).isEqualTo(200);
    Http.Got second = reply(token, TEXT);
    assertThat(second.status()).isEqualTo(400);
    assertThat(second.text()).isEqualTo("{\"message\":\"Invalid reply token\"}");
    assertThat(shown("message")).hasSize(1);
    assertThat(shown("call")).hasSize(2);
  }

  @Test
  void aTokenLivesAMinute() throws Exception {
    String young = tokens.issue(Ask.Chat.USER, clock.instant());
    String old = tokens.issue(Ask.Chat.USER, clock.instant());
    clock.advance(Duration.ofSeconds(60));
    assertThat(reply(young, TEXT).status()).isEqualTo(200);
    clock.advance(Duration.ofMillis(1));
    assertThat(reply(old, TEXT).status()).isEqualTo(400);
  }

  @Test
  void aRedeliveryMakesAnUnusedTokenGoodAgainForTwentyMinutes() throws Exception {
    String token = tokens.issue(Ask.Chat.USER, clock.instant());
    clock.advance(Duration.ofMinutes(19));
    tokens.renew(token);
    assertThat(reply(token, TEXT).status()).isEqualTo(200);
    tokens.renew(token);
    assertThat(reply(token, TEXT).status()).isEqualTo(400);

    String old = tokens.issue(Ask.Chat.USER, clock.instant().minus(Duration.ofMinutes(20)));
    tokens.renew(old);
    assertThat(reply(old, TEXT).status()).isEqualTo(400);
  }

  @Test
  void messagesThatLineWouldNotTakeAreRefusedAndCostNoToken() throws Exception {
    String token = tokens.issue(Ask.Chat.USER, clock.instant());
    for (String messages :
        List.of(
            "",
            String.join(",", TEXT, TEXT, TEXT, TEXT, TEXT, TEXT),
            "{\"type\":\"text\"}",
            "{\"type\":\"text\",\"text\":\"" + "a".repeat(5_001) + "\"}",
            "{\"type\":\"flex\",\"altText\":\"a\",\"contents\":{\"type\":\"box\"}}",
            "{\"type\":\"flex\",\"contents\":{\"type\":\"bubble\"}}",
            "{\"type\":\"image\",\"originalContentUrl\":\"u\"}",
            "{\"type\":\"text\",\"text\":\"a\",\"quickReply\":{\"items\":[]}}",
            "{\"type\":\"pdf\"}")) {
      Http.Got got = reply(token, messages);
      assertThat(got.status()).as(messages).isEqualTo(400);
      assertThat(got.text()).contains("The request body has 1 error(s)", "property");
    }
    assertThat(shown("message")).isEmpty();
    assertThat(reply(token, TEXT).status()).isEqualTo(200);
  }

  @Test
  void aPushIsTakenOnceForAKey() throws Exception {
    String push = "{\"to\":\"" + SimulatedEvent.USER + "\",\"messages\":[" + TEXT + "]}";
    Map<String, String> key = Map.of("X-Line-Retry-Key", "123e4567-e89b-12d3-a456-426614174000");
    assertThat(post("/v2/bot/message/push", push, key).status()).isEqualTo(200);
    Http.Got again = post("/v2/bot/message/push", push, key);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.header("x-line-accepted-request-id")).isPresent();
    assertThat(shown("message")).hasSize(1);
    assertThat(get("/v2/bot/message/quota/consumption").json())
        .containsEntry("totalUsage", BigDecimal.ONE);
    assertThat(get("/v2/bot/message/quota").json()).containsEntry("type", "limited");
  }

  @Test
  void aReplyTakesNoRetryKey() throws Exception {
    String token = tokens.issue(Ask.Chat.USER, clock.instant());
    String reply = "{\"replyToken\":\"" + token + "\",\"messages\":[" + TEXT + "]}";
    Map<String, String> key = Map.of("X-Line-Retry-Key", "123e4567-e89b-12d3-a456-426614174000");
    assertThat(post("/v2/bot/message/reply", reply, key).status()).isEqualTo(400);
  }

  @Test
  void theAnimationIsForThePersonAndItsSecondsAreChecked() throws Exception {
    assertThat(loading(SimulatedEvent.USER, 60).status()).isEqualTo(202);
    assertThat(loading(SimulatedEvent.GROUP, 60).status()).isEqualTo(400);
    for (int seconds : new int[] {0, 4, 61, 65, 13}) {
      assertThat(loading(SimulatedEvent.USER, seconds).status()).as("%s s", seconds).isEqualTo(400);
    }
    assertThat(shown("loading")).hasSize(1);
  }

  @Test
  void anotherChannelsTokenIsRefused() throws Exception {
    Http.Got got =
        Http.post(
            line.address().resolve("/v2/bot/message/reply"),
            "{}".getBytes(StandardCharsets.UTF_8),
            Map.of("Content-Type", "application/json", "Authorization", "Bearer other"));
    assertThat(got.status()).isEqualTo(401);
  }

  private Http.Got loading(String chat, int seconds) throws IOException {
    return post(
        "/v2/bot/chat/loading/start",
        "{\"chatId\":\"" + chat + "\",\"loadingSeconds\":" + seconds + "}",
        Map.of());
  }

  private Http.Got reply(String token, String messages) throws IOException {
    return post(
        "/v2/bot/message/reply",
        "{\"replyToken\":\"" + token + "\",\"messages\":[" + messages + "]}",
        Map.of());
  }

  private Http.Got get(String path) throws IOException {
    return Http.get(line.address().resolve(path), Map.of("Authorization", "Bearer channel-token"));
  }

  private Http.Got post(String path, String body, Map<String, String> more) throws IOException {
    var headers = new HashMap<>(more);
    headers.put("Content-Type", "application/json");
    headers.put("Authorization", "Bearer channel-token");
    return Http.post(line.address().resolve(path), body.getBytes(StandardCharsets.UTF_8), headers);
  }

  private List<Feed.Entry> shown(String event) throws InterruptedException {
    return feed.after(0, Duration.ZERO).stream()
        .filter(entry -> entry.event().equals(event))
        .toList();
  }
}
