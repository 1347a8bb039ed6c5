package dailyreport.application;

import dailyreport.application.cache.CacheAnswer.Served;
import dailyreport.application.port.Answer;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.Incoming;
import dailyreport.application.port.Messenger;
import dailyreport.application.port.Messenger.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** Sends answers; what became of a message is the messenger's event, a report served is ours. */
final class Replies {
  private final Messenger messenger;
  private final ReportLinks links;
  private final TickerDirectory directory;
  private final EventLog events;
  private final InstantSource clock;

  Replies(
      Messenger messenger,
      ReportLinks links,
      TickerDirectory directory,
      EventLog events,
      InstantSource clock) {
    this.messenger = messenger;
    this.links = links;
    this.directory = directory;
    this.events = events;
    this.clock = clock;
  }

  /** A report as it goes to that chat. */
  Answer ready(Incoming incoming, Served served) {
    return new Answer.Ready(
        served.report(),
        served.freshness(),
        links.of(incoming.linkBase(), served.report()),
        directory.neighbours(served.report().key().ticker()));
  }

  Delivery reply(Incoming incoming, Answer answer, Deadline deadline) {
    return messenger.reply(incoming, answer, deadline);
  }

  /** Sends without a token; the same event never gives another retry key. */
  Delivery push(Incoming incoming, Answer answer, Deadline deadline) {
    UUID retryKey =
        UUID.nameUUIDFromBytes((incoming.eventId() + "/0").getBytes(StandardCharsets.UTF_8));
    return messenger.push(incoming, retryKey, answer, deadline);
  }

  /** Counts a report that a person got, or may have got. */
  void served(Served served, Delivery delivery, Instant since) {
    if (delivery != Delivery.DELIVERED && delivery != Delivery.AMBIGUOUS) {
      return;
    }
    events.record(
        new AppEvent.ReportServed(
            served.report().key(),
            served.source().label(),
            Duration.between(since, clock.instant())));
  }
}
