package dailyreport.adapters.line;

import static dailyreport.adapters.line.SignedBodies.body;
import static dailyreport.adapters.line.SignedBodies.bytes;
import static dailyreport.adapters.line.SignedBodies.event;
import static dailyreport.adapters.line.SignedBodies.group;
import static dailyreport.adapters.line.SignedBodies.postback;
import static dailyreport.adapters.line.SignedBodies.signed;
import static dailyreport.adapters.line.SignedBodies.text;
import static dailyreport.adapters.line.SignedBodies.user;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.adapters.line.LineWebhook.Verdict;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Incoming;
import dailyreport.application.port.Said;
import dailyreport.application.port.Secret;
import dailyreport.contract.Examples;
import dailyreport.domain.market.Ticker;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineWebhookTest {
  private static final URI BASE = URI.create("https://bot.example");
  private static final String USER = "{\"type\":\"user\",\"userId\":\"Ucanary\"}";

  private final List<AppEvent> log = new ArrayList<>();
  private final LineWebhook webhook =
      LineWebhook.open(SignedBodies.SECRET, log::add, () -> Examples.NOW);

  @Test
  void aTextComesInWithEverythingAnAnswerNeeds() {
    Incoming incoming = only(user(text("dbs19")));

    assertThat(incoming)
        .isEqualTo(
            new Incoming(
                "01FZ74A0TDDPYRVKNK77XKC3ZR",
                Examples.NOW,
                new Incoming.Source(
                    Incoming.Kind.USER, new Secret("Ucanary"), Optional.of(new Secret("Ucanary"))),
                new Secret("reply-canary"),
                Optional.of(new Secret("quote-canary")),
                BASE,
                new Said.Text("dbs19", false)));
    assertThat(log).isEmpty();
  }

  @Test
  void thaiTextSurvivesWhole() {
    assertThat(only(user(text("รายงาน DBS๑๙ 🙂"))).said())
        .isEqualTo(new Said.Text("รายงาน DBS๑๙ 🙂", false));
  }

  @Test
  void aGroupNeedsNoUser() {
    Incoming incoming = only(group(text("DBS19")));

    assertThat(incoming.source())
        .isEqualTo(
            new Incoming.Source(Incoming.Kind.GROUP, new Secret("Cgroup"), Optional.empty()));
  }

  @Test
  void aRoomIsKnownByItsOwnId() {
    String source = "{\"type\":\"room\",\"roomId\":\"Rroom\",\"userId\":\"Ucanary\"}";

    assertThat(only(event("active", source, 0, text("DBS19"))).source())
        .isEqualTo(
            new Incoming.Source(
                Incoming.Kind.ROOM, new Secret("Rroom"), Optional.of(new Secret("Ucanary"))));
  }

  @Test
  void aMentionOfUsIsCutOutOfTheText() {
    String message =
        """
        "type":"message","message":{"type":"text","id":"1","text":"@bot DBS19 @friend",
        "mention":{"mentionees":[
          {"type":"user","index":0,"length":4,"userId":"Ubot","isSelf":true},
          {"type":"user","index":11,"length":7,"userId":"Ufriend","isSelf":false},
          {"type":"all","index":0,"length":1},
          {"type":"novel","index":0,"length":1}]}}\
        """;

    assertThat(only(group(message)).said()).isEqualTo(new Said.Text("DBS19 @friend", true));
  }

  @Test
  void aMentionOutsideOfTheTextDoesNoHarm() {
    String message =
        """
        "type":"message","message":{"type":"text","id":"1","text":"DBS19",
        "mention":{"mentionees":[
          {"type":"user","index":2147483647,"length":2147483647,"isSelf":true},
          {"type":"user","index":-5,"length":-2,"isSelf":true}]}}\
        """;

    assertThat(only(group(message)).said()).isEqualTo(new Said.Text("DBS19", true));
  }

  @Test
  void aTapCarriesTickerAndSession() {
    assertThat(only(user(postback("v=1&a=report&t=DBS19&d=2025-11-11"))).said())
        .isEqualTo(new Said.Tap(new Ticker("DBS19"), Optional.of(Examples.SESSION)));
    assertThat(only(user(postback("v=1&a=report&t=DBS19"))).said())
        .isEqualTo(new Said.Tap(new Ticker("DBS19"), Optional.empty()));
    assertThat(only(user(postback("v=1&a=list&p=2"))).said()).isEqualTo(new Said.TapList(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "v=2&a=report&t=DBS19",
        "v=1&a=report&t=dbs19",
        "v=1&a=report&t=../../x",
        "v=1&a=report&t=ABCDEFGHIJKLMNOPQ",
        "v=1&a=report&t=DBS19&d=2025-02-30",
        "v=1&a=report&t=DBS19&d=11-11-2025",
        "v=1&a=report&t=DBS19&x=1",
        " v=1&a=report&t=DBS19",
        "v=1&a=list&p=0",
        "v=1&a=list&p=100",
        "v=1&a=erase&t=DBS19",
      })
  void aTapOfAnotherFormIsSkipped(String data) {
    assertThat(accepted(body(user(postback(data))))).isEmpty();
    assertThat(log).containsExactly(new AppEvent.EventSkipped("postback"));
  }

  @Test
  void friendsGroupsAndStickersAreTold() {
    assertThat(
            accepted(
                body(
                    user("\"type\":\"follow\",\"follow\":{\"isUnblocked\":false}"),
                    group("\"type\":\"join\""),
                    user(
                        "\"type\":\"message\",\"message\":{\"type\":\"sticker\",\"id\":\"1\","
                            + "\"packageId\":\"1\",\"stickerId\":\"2\"}"),
                    user("\"type\":\"message\",\"message\":{\"type\":\"hologram\",\"id\":\"1\"}"))))
        .extracting(Incoming::said)
        .containsExactly(
            new Said.Followed(), new Said.Joined(), new Said.Other(), new Said.Other());
  }

  @Test
  void standbyUnknownAndUnanswerableEventsAreSkipped() {
    assertThat(
            accepted(
                body(
                    event("standby", USER, 0, text("DBS19")),
                    event("paused", USER, 0, text("DBS19")),
                    user("\"type\":\"messageEdited\",\"message\":{\"type\":\"text\"}"),
                    user("\"type\":\"unfollow\""),
                    user("\"type\":\"accountLink\",\"link\":{\"result\":\"ok\",\"nonce\":\"n\"}"),
                    event("active", "{\"type\":\"square\",\"id\":\"S\"}", 0, text("DBS19")),
                    event("active", "{\"type\":\"user\"}", 0, text("DBS19")))))
        .isEmpty();
    assertThat(log)
        .extracting(event -> ((AppEvent.EventSkipped) event).reason())
        .containsExactly("standby", "standby", "type", "type", "type", "source", "source");
  }

  @Test
  void aMalformedEventDoesNotHideItsNeighbours() {
    String broken = user(text("UOB19")).replaceFirst("\"timestamp\":\\d+", "\"timestamp\":\"x\"");
    String nameless = user(text("UOB19")).replace("01FZ74A0TDDPYRVKNK77XKC3ZR", "../../x");
    String timeless = user(text("UOB19")).replaceFirst("\"timestamp\":\\d+", "\"timestamp\":null");

    assertThat(
            accepted(
                body(user(text("DBS19")), broken, "{}", nameless, timeless, user(text("SIA19")))))
        .extracting(Incoming::said)
        .containsExactly(new Said.Text("DBS19", false), new Said.Text("SIA19", false));
    assertThat(log).hasSize(4).allMatch(event -> event instanceof AppEvent.EventSkipped);
  }

  @Test
  void anEmptyListIsTheConsolesCheck() {
    assertThat(accepted(body())).isEmpty();
    assertThat(accepted("{\"events\":[],\"destination\":\"U0\",\"novel\":{\"x\":[1]}}")).isEmpty();
    assertThat(log).isEmpty();
  }

  @Test
  void theConsolesDummyTokenIsNotUsed() {
    String dummy = user(text("Hello")).replace("reply-canary", "0".repeat(32));

    assertThat(accepted(body(dummy))).isEmpty();
    assertThat(log).containsExactly(new AppEvent.EventSkipped("dummy"));
  }

  @Test
  void anEventFromTheFutureHappenedNow() {
    assertThat(only(event("active", USER, -90_000, text("DBS19"))).time()).isEqualTo(Examples.NOW);
    assertThat(only(event("active", USER, 40_000, text("DBS19"))).time())
        .isEqualTo(Examples.NOW.minusSeconds(40));
  }

  @Test
  void anEventOfTwentyMinutesIsSkipped() {
    long limit = Duration.ofMinutes(20).toMillis();
    assertThat(accepted(body(event("active", USER, limit - 1, text("DBS19"))))).hasSize(1);
    assertThat(accepted(body(event("active", USER, limit, text("DBS19"))))).isEmpty();
    assertThat(log).containsExactly(new AppEvent.EventSkipped("old"));
  }

  private Incoming only(String event) {
    List<Incoming> events = accepted(body(event));
    assertThat(events).hasSize(1);
    return events.getFirst();
  }

  private List<Incoming> accepted(String body) {
    Verdict verdict = webhook.receive(bytes(body), signed(bytes(body)), BASE);
    assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
    return ((Verdict.Accepted) verdict).events();
  }
}
