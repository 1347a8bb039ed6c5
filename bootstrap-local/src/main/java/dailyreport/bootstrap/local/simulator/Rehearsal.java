package dailyreport.bootstrap.local.simulator;

import dailyreport.adapters.line.LineMessenger;
import dailyreport.application.port.Answer;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Incoming;
import dailyreport.application.port.Said;
import dailyreport.application.port.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * One reply that nobody sees. The first call of LINE's SDK loads classes for most of a second
 * (line.md, section 3), which is more than a reply within the webhook's time may take.
 */
public final class Rehearsal {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Rehearsal() {}

  /** Replies once, to a stand-in of its own. */
  public static void hold(InstantSource clock) {
    var ids = new Ids();
    var tokens = new ReplyTokens(clock, ids);
    Channel channel = Channel.random();
    try (var line = new LineStandIn(channel.token(), tokens, ids, new Feed(clock), clock)) {
      line.start();
      Instant now = clock.instant();
      var user = new Secret(SimulatedEvent.USER);
      var incoming =
          new Incoming(
              ids.ulid(now),
              now,
              new Incoming.Source(Incoming.Kind.USER, user, Optional.of(user)),
              new Secret(tokens.issue(Ask.Chat.USER, now)),
              Optional.empty(),
              line.address(),
              new Said.Followed());
      LineMessenger.open(channel.token(), line.address(), _ -> {}, clock)
          .reply(incoming, new Answer.Help(), Deadline.in(PATIENCE, now));
    }
  }
}
