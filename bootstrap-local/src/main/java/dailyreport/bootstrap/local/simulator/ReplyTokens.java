package dailyreport.bootstrap.local.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reply tokens as LINE hands them out: good for one reply, for a minute. */
final class ReplyTokens {
  /** line.md, section 2. */
  private static final Duration LIFE = Duration.ofSeconds(60);

  /** A redelivered event's token is good again, until the event is that old. */
  private static final Duration OLDEST = Duration.ofMinutes(20);

  private static final int MOST = 1_000;

  private record Token(Ask.Chat chat, Instant event, Instant until) {}

  private final InstantSource clock;
  private final Ids ids;
  private final Map<String, Token> unused = new LinkedHashMap<>();

  ReplyTokens(InstantSource clock, Ids ids) {
    this.clock = clock;
    this.ids = ids;
  }

  /** A token for an event of that instant. */
  synchronized String issue(Ask.Chat chat, Instant event) {
    if (unused.size() >= MOST) {
      unused.remove(unused.keySet().iterator().next());
    }
    String token = ids.hex(32);
    unused.put(token, new Token(chat, event, event.plus(LIFE)));
    return token;
  }

  /** Makes an unused token good for another minute: its event is delivered again. */
  synchronized void renew(String token) {
    Instant now = clock.instant();
    unused.computeIfPresent(
        token,
        (_, old) ->
            now.isBefore(old.event().plus(OLDEST))
                ? new Token(old.chat(), old.event(), now.plus(LIFE))
                : old);
  }

  /** Uses a token up; empty when it was never good or is no more. */
  synchronized Optional<Ask.Chat> use(String token) {
    return Optional.ofNullable(unused.remove(token))
        .filter(known -> !clock.instant().isAfter(known.until()))
        .map(Token::chat);
  }
}
