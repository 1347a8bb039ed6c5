package dailyreport.adapters.line;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** A chat on the other end: what is done in it arrives as LINE posts it, and the worker works. */
final class Chat {
  private static final AtomicInteger EVENTS = new AtomicInteger();

  private final WholeBot bot;
  private final ObjectNode source;
  private final Duration age;

  private Chat(WholeBot bot, ObjectNode source, Duration age) {
    this.bot = bot;
    this.source = source;
    this.age = age;
  }

  static Chat person(WholeBot bot, String userId) {
    return new Chat(bot, object().put("type", "user").put("userId", userId), Duration.ZERO);
  }

  /** A group whose member has not agreed to be known. */
  static Chat group(WholeBot bot) {
    return new Chat(bot, object().put("type", "group").put("groupId", "C-canary"), Duration.ZERO);
  }

  static Chat room(WholeBot bot) {
    return new Chat(
        bot,
        object().put("type", "room").put("roomId", "R-canary").put("userId", "U-canary"),
        Duration.ZERO);
  }

  /** The same chat, whose events arrive that late. */
  Chat late(Duration by) {
    return new Chat(bot, source, by);
  }

  Chat types(String text) {
    return happens(text(text));
  }

  /** Types after a mention of the bot. */
  Chat mentions(String text) {
    return happens(mention(text));
  }

  /** Sends something that is no text. */
  Chat sends(String type) {
    ObjectNode event = event("message");
    event.putObject("message").put("type", type).put("id", "1").put("stickerId", "2");
    return happens(event);
  }

  Chat taps(String data) {
    ObjectNode event = event("postback");
    event.putObject("postback").put("data", data);
    return happens(event);
  }

  /** Taps a button of the messages that came last. */
  Chat tapsLast(String label) {
    return taps(Heard.button(bot.platform.shown().getLast(), label));
  }

  /** Something else happens, such as {@code follow}. */
  Chat happens(String type) {
    return happens(event(type));
  }

  /** Something to which LINE gives no token. */
  Chat happensUnanswerable(String type) {
    ObjectNode event = event(type);
    event.remove("replyToken");
    return happens(event);
  }

  Chat happens(ObjectNode event) {
    bot.receives(event.toString());
    bot.works();
    return this;
  }

  ObjectNode text(String text) {
    ObjectNode event = event("message");
    event.putObject("message").put("type", "text").put("id", "1").put("text", text);
    return event;
  }

  ObjectNode mention(String text) {
    ObjectNode event = text("@bot " + text);
    ((ObjectNode) event.get("message"))
        .putObject("mention")
        .putArray("mentionees")
        .addObject()
        .put("type", "user")
        .put("index", 0)
        .put("length", 4)
        .put("isSelf", true);
    return event;
  }

  ObjectNode event(String type) {
    Instant time = bot.clock.instant().minus(age);
    String id = String.format(Locale.ROOT, "01EVENT%019d", EVENTS.incrementAndGet());
    ObjectNode event =
        object()
            .put("type", type)
            .put("mode", "active")
            .put("timestamp", time.toEpochMilli())
            .put("webhookEventId", id)
            .put("replyToken", bot.platform.issue("reply-canary-" + id, time));
    event.set("source", source);
    event.putObject("deliveryContext").put("isRedelivery", false);
    return event;
  }

  /** The event as LINE delivers it again: with its old time and a token of its own. */
  ObjectNode again(ObjectNode event) {
    ObjectNode again = event.deepCopy();
    String token = event.get("replyToken").asText() + "-again";
    again.put("replyToken", bot.platform.issue(token, bot.clock.instant()));
    again.putObject("deliveryContext").put("isRedelivery", true);
    return again;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
