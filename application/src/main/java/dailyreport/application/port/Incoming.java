package dailyreport.application.port;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * One event from the chat that may be answered.
 *
 * @param eventId the platform's id of the event, also when it is delivered again
 * @param time UTC instant of the event, not later than its receipt
 * @param source where the answer goes
 * @param replyToken good for one reply within a minute; secret
 * @param quoteToken quotes the message that was sent, when it can be quoted
 * @param linkBase address under which our own links are reachable
 * @param said what the person did
 */
public record Incoming(
    String eventId,
    Instant time,
    Source source,
    Secret replyToken,
    Optional<Secret> quoteToken,
    URI linkBase,
    Said said) {

  /**
   * A chat.
   *
   * @param kind of chat
   * @param chatId of the person, group or room; personal data
   * @param userId of the person, where the platform tells it; personal data
   */
  public record Source(Kind kind, Secret chatId, Optional<Secret> userId) {}

  /** Kinds of chats. */
  public enum Kind {
    USER,
    GROUP,
    ROOM
  }
}
