package dailyreport.adapters.line;

import com.linecorp.bot.webhook.model.Event;
import com.linecorp.bot.webhook.model.EventMode;
import com.linecorp.bot.webhook.model.FollowEvent;
import com.linecorp.bot.webhook.model.GroupSource;
import com.linecorp.bot.webhook.model.JoinEvent;
import com.linecorp.bot.webhook.model.Mention;
import com.linecorp.bot.webhook.model.MessageContent;
import com.linecorp.bot.webhook.model.MessageEvent;
import com.linecorp.bot.webhook.model.PostbackEvent;
import com.linecorp.bot.webhook.model.ReplyEvent;
import com.linecorp.bot.webhook.model.RoomSource;
import com.linecorp.bot.webhook.model.TextMessageContent;
import com.linecorp.bot.webhook.model.UserMentionee;
import com.linecorp.bot.webhook.model.UserSource;
import dailyreport.application.port.Incoming;
import dailyreport.application.port.Said;
import dailyreport.application.port.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns one event of the SDK into ours, or says why it is not answered. */
final class EventReader {
  /** LINE may deliver an event again; from this age on nobody waits for the answer. */
  private static final Duration OLDEST = Duration.ofMinutes(20);

  private static final Pattern EVENT_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /** The console's check sends a token of one repeated character that cannot be used. */
  private static final Pattern DUMMY_TOKEN = Pattern.compile("(.)\\1*");

  private EventReader() {}

  /** One event read. */
  sealed interface Read {
    record Answerable(Incoming incoming) implements Read {}

    record Skipped(String reason) implements Read {}
  }

  static Read read(Event event, Instant receivedAt, URI linkBase) {
    if (event.mode() != EventMode.ACTIVE) {
      return new Read.Skipped("standby");
    }
    if (!(event instanceof ReplyEvent answerable)) {
      return new Read.Skipped("type");
    }
    @Nullable String token = answerable.replyToken();
    @Nullable String id = event.webhookEventId();
    @Nullable Long timestamp = event.timestamp();
    if (token == null
        || token.isBlank()
        || id == null
        || !EVENT_ID.matcher(id).matches()
        || timestamp == null) {
      return new Read.Skipped("malformed");
    }
    if (DUMMY_TOKEN.matcher(token).matches()) {
      return new Read.Skipped("dummy");
    }
    Instant time = earlier(Instant.ofEpochMilli(timestamp), receivedAt);
    if (!time.isAfter(receivedAt.minus(OLDEST))) {
      return new Read.Skipped("old");
    }
    Optional<Incoming.Source> source = source(event);
    if (source.isEmpty()) {
      return new Read.Skipped("source");
    }
    return said(event)
        .<Read>map(said ->
            new Read.Answerable(
                new Incoming(
                    id, time, source.get(), new Secret(token), quoteToken(event), linkBase, said)))
        .orElseGet(() -> new Read.Skipped(event instanceof PostbackEvent ? "postback" : "type"));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Optional<Said> said(Event event) {
    return switch (event) {
      case MessageEvent message -> said(message.message());
      case PostbackEvent tap ->
          Optional.ofNullable(tap.postback())
              .flatMap(content -> Optional.ofNullable(content.data()))
              .flatMap(Postback::read);
      case FollowEvent _ -> Optional.of(new Said.Followed());
      case JoinEvent _ -> Optional.of(new Said.Joined());
      default -> Optional.empty();
    };
  }

  private static Optional<Said> said(@Nullable MessageContent content) {
    return switch (content) {
      case null -> Optional.empty();
      case TextMessageContent text when text.text() == null -> Optional.empty();
      case TextMessageContent text -> {
        List<UserMentionee> ofUs = mentionsOfUs(text.mention());
        yield Optional.of(new Said.Text(without(text.text(), ofUs), !ofUs.isEmpty()));
      }
      default -> Optional.of(new Said.Other());
    };
  }

  /** From the last to the first, so that they can be cut out one after the other. */
  private static List<UserMentionee> mentionsOfUs(@Nullable Mention mention) {
    if (mention == null || mention.mentionees() == null) {
      return List.of();
    }
    return mention.mentionees().stream()
        .flatMap(who -> who instanceof UserMentionee user ? Stream.of(user) : Stream.empty())
        .filter(user -> Boolean.TRUE.equals(user.isSelf()))
        .filter(user -> user.index() != null && user.length() != null)
        .sorted(Comparator.comparing(UserMentionee::index).reversed())
        .toList();
  }

  private static String without(String text, List<UserMentionee> mentions) {
    String rest = text;
    for (UserMentionee mention : mentions) {
      int from = Math.clamp(mention.index(), 0, rest.length());
      int to = Math.clamp((long) from + mention.length(), from, rest.length());
      rest = rest.substring(0, from) + rest.substring(to);
    }
    return mentions.isEmpty() ? rest : rest.strip();
  }

  private static Optional<Secret> quoteToken(Event event) {
    return event instanceof MessageEvent message
            && message.message() instanceof TextMessageContent text
        ? secret(text.quoteToken())
        : Optional.empty();
  }

  private static Optional<Incoming.Source> source(Event event) {
    return switch (event.source()) {
      case UserSource user ->
          secret(user.userId())
              .map(id -> new Incoming.Source(Incoming.Kind.USER, id, Optional.of(id)));
      case GroupSource group ->
          secret(group.groupId())
              .map(id -> new Incoming.Source(Incoming.Kind.GROUP, id, secret(group.userId())));
      case RoomSource room ->
          secret(room.roomId())
              .map(id -> new Incoming.Source(Incoming.Kind.ROOM, id, secret(room.userId())));
      case null, default -> Optional.empty();
    };
  }

  private static Optional<Secret> secret(@Nullable String value) {
    return Optional.ofNullable(value).filter(text -> !text.isBlank()).map(Secret::new);
  }
}
