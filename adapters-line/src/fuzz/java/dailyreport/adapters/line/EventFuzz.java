package dailyreport.adapters.line;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dailyreport.adapters.line.LineWebhook.Verdict;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Incoming;
import dailyreport.contract.Examples;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A signed event of any form is read or skipped, and hides none of its neighbours. */
class EventFuzz {
  private static final URI BASE = URI.create("https://bot.example");
  private static final String GOOD = SignedBodies.user(SignedBodies.text("DBS19"));

  /** What events are made of, and what they are not. */
  private static final List<String> PIECES =
      List.of(
          "\"type\":\"message\"",
          "\"type\":\"postback\"",
          "\"type\":\"follow\"",
          "\"type\":\"join\"",
          "\"type\":\"novelty\"",
          "\"mode\":\"active\"",
          "\"mode\":\"standby\"",
          "\"mode\":7",
          "\"timestamp\":1762858800000",
          "\"timestamp\":-9223372036854775808",
          "\"timestamp\":1e400",
          "\"webhookEventId\":\"01A\"",
          "\"webhookEventId\":null",
          "\"replyToken\":\"token\"",
          "\"replyToken\":[]",
          "\"source\":{\"type\":\"user\",\"userId\":\"U1\"}",
          "\"source\":{\"type\":\"group\",\"groupId\":\"C1\"}",
          "\"source\":{\"type\":\"room\"}",
          "\"source\":null",
          "\"deliveryContext\":{\"isRedelivery\":true}",
          "\"message\":{\"type\":\"text\",\"id\":\"1\",\"text\":\"DBS19\"}",
          "\"message\":{\"type\":\"text\",\"id\":\"1\",\"text\":\"@b x\",\"mention\":{\"mentionees\":["
              + "{\"type\":\"user\",\"index\":-1,\"length\":2147483647,\"isSelf\":true}]}}",
          "\"message\":{\"type\":\"sticker\"}",
          "\"message\":{\"type\":\"text\"}",
          "\"message\":[]",
          "\"postback\":{\"data\":\"v=1&a=report&t=DBS19&d=2025-11-11\"}",
          "\"postback\":{\"data\":\"v=1&a=list&p=2\"}",
          "\"postback\":{}",
          "\"emoji\":\"\\ud83d\"");

  private final List<AppEvent> log = new ArrayList<>();
  private final LineWebhook webhook =
      LineWebhook.open(SignedBodies.SECRET, log::add, () -> Examples.NOW);

  @FuzzTest(maxDuration = "60s")
  void anEventIsReadOrSkippedAndHidesNoOther(FuzzedDataProvider data) {
    log.clear();
    var event = new ArrayList<String>();
    while (data.remainingBytes() > 0 && event.size() < 12) {
      event.add(data.consumeBoolean() ? data.pickValue(PIECES) : piece(data));
    }
    byte[] body =
        SignedBodies.bytes(SignedBodies.body(GOOD, "{" + String.join(",", event) + "}", GOOD));

    switch (webhook.receive(body, SignedBodies.signed(body), BASE)) {
      case Verdict.Accepted(var events) -> {
        check(events.size() + log.size() == 3, "an event was lost", event);
        check(events.size() >= 2, "a neighbour was lost", event);
        events.forEach(one -> check(answerable(one), "not to be answered", event));
      }
      // The body as a whole is no JSON, or has a name twice.
      case Verdict.Rejected(int status, _) -> check(status == 400, "status " + status, event);
    }
  }

  private static String piece(FuzzedDataProvider data) {
    return "\"" + data.consumeAsciiString(6).replaceAll("[\"\\\\\\p{Cntrl}]", "") + "\":"
        + data.pickValue(List.of("1", "null", "\"x\"", "[]", "{}", "[[", "\"", "}"));
  }

  private static boolean answerable(Incoming one) {
    return one.eventId().matches("[A-Za-z0-9_-]{1,64}")
        && !one.time().isAfter(Examples.NOW)
        && one.time().isAfter(Examples.NOW.minus(Duration.ofMinutes(20)))
        && (one.source().kind() != Incoming.Kind.USER || one.source().userId().isPresent());
  }

  private static void check(boolean holds, String what, List<String> event) {
    if (!holds) {
      throw new AssertionError(what + ": " + event);
    }
  }
}
