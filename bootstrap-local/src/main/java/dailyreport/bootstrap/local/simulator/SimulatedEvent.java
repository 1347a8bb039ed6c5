package dailyreport.bootstrap.local.simulator;

import dailyreport.bootstrap.local.serve.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One event as LINE delivers it: webhook.yml of line-openapi.
 *
 * @param id the same when it is delivered again
 * @param time of the event
 * @param ask what the person did
 * @param replyToken empty for an event that cannot be answered
 */
record SimulatedEvent(String id, Instant time, Ask ask, String replyToken) {
  /** The person, the group and the bot; made up. */
  static final String USER = "U5117a70b0000000000000000000000d1";

  static final String GROUP = "C5117a70b0000000000000000000000d2";
  private static final String BOT = "U5117a70b0000000000000000000000d3";
  private static final String NAME = "@dailyreport";

  /** Whether LINE gives a reply token to such an event. */
  static boolean answerable(Ask.Kind kind) {
    return kind != Ask.Kind.UNFOLLOW && kind != Ask.Kind.LEAVE;
  }

  /** The chat's id as the bot gets to know it. */
  static String chatId(Ask.Chat chat) {
    return chat == Ask.Chat.USER ? USER : GROUP;
  }

  /** A whole body with this one event. */
  byte[] body(boolean redelivery, Ids ids) {
    var event = new LinkedHashMap<String, Object>();
    event.put("type", type());
    event.put("mode", "active");
    event.put("timestamp", time.toEpochMilli());
    event.put("source", source());
    event.put("webhookEventId", id);
    event.put("deliveryContext", Map.of("isRedelivery", redelivery));
    if (!replyToken.isEmpty()) {
      event.put("replyToken", replyToken);
    }
    switch (ask.kind()) {
      case TEXT, STICKER, IMAGE, VIDEO, LOCATION -> event.put("message", message(ids));
      case POSTBACK -> event.put("postback", Map.of("data", ask.data()));
      case FOLLOW -> event.put("follow", Map.of("isUnblocked", false));
      case UNFOLLOW, JOIN, LEAVE -> {
        // Nothing but the event itself.
      }
    }
    var body = new LinkedHashMap<String, Object>();
    body.put("destination", BOT);
    body.put("events", List.of(event));
    return Json.bytes(body);
  }

  private String type() {
    return switch (ask.kind()) {
      case TEXT, STICKER, IMAGE, VIDEO, LOCATION -> "message";
      case FOLLOW, UNFOLLOW, JOIN, LEAVE, POSTBACK -> ask.label();
    };
  }

  private Map<String, Object> source() {
    return switch (ask.chat()) {
      case USER -> Map.of("type", "user", "userId", USER);
      case GROUP -> Map.of("type", "group", "groupId", GROUP, "userId", USER);
    };
  }

  private Map<String, Object> message(Ids ids) {
    var message = new LinkedHashMap<String, Object>();
    message.put("id", ids.message());
    message.put("type", ask.label());
    message.put("quoteToken", ids.hex(32));
    Map<String, String> ofLine = Map.of("type", "line");
    switch (ask.kind()) {
      case TEXT -> text(message);
      case STICKER -> {
        message.put("packageId", "446");
        message.put("stickerId", "1988");
        message.put("stickerResourceType", "STATIC");
      }
      case IMAGE -> message.put("contentProvider", ofLine);
      case VIDEO -> {
        message.put("duration", 60_000);
        message.put("contentProvider", ofLine);
      }
      case LOCATION -> {
        message.remove("quoteToken");
        message.put("title", "Bangkok");
        message.put("latitude", 13.7563);
        message.put("longitude", 100.5018);
      }
      case FOLLOW, UNFOLLOW, JOIN, LEAVE, POSTBACK -> throw new IllegalStateException("no message");
    }
    return message;
  }

  private void text(Map<String, Object> message) {
    message.put("text", said());
    if (ask.mention()) {
      var mentionee = new LinkedHashMap<String, Object>();
      mentionee.put("index", 0);
      mentionee.put("length", NAME.length());
      mentionee.put("type", "user");
      mentionee.put("userId", BOT);
      mentionee.put("isSelf", true);
      message.put("mention", Map.of("mentionees", List.of(mentionee)));
    }
  }

  /** What stands in the chat. */
  String said() {
    return ask.mention() && ask.kind() == Ask.Kind.TEXT ? NAME + " " + ask.text() : ask.text();
  }
}
