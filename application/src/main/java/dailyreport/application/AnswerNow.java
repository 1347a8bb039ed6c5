package dailyreport.application;

import dailyreport.application.cache.CacheAnswer.Absent;
import dailyreport.application.cache.CacheAnswer.Denied;
import dailyreport.application.cache.CacheAnswer.Failed;
import dailyreport.application.cache.CacheAnswer.Pending;
import dailyreport.application.cache.CacheAnswer.Served;
import dailyreport.application.cache.Lately;
import dailyreport.application.cache.Sessions;
import dailyreport.application.cache.TieredCache;
import dailyreport.application.port.Answer;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.Incoming;
import dailyreport.application.port.Job;
import dailyreport.application.port.JobQueue;
import dailyreport.application.port.Messenger;
import dailyreport.application.port.Messenger.Delivery;
import dailyreport.application.port.PortException;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Answers an event while the chat platform waits: a hit or a known answer at once, anything else
 * becomes a job. Never writes to the cache, never generates. States and times: line.md, section 5.
 */
public final class AnswerNow {
  private static final Duration REPLY = Duration.ofMillis(500);
  private static final Duration ENQUEUE = Duration.ofMillis(400);
  private static final Duration REMEMBERED = Duration.ofMinutes(20);
  private static final int MOST_EVENTS = 1_000;

  private final TieredCache cache;
  private final Sessions sessions;
  private final Understanding understanding;
  private final Replies replies;
  private final JobQueue queue;
  private final EventLog events;
  private final InstantSource clock;
  private final Lately<String> answered;

  /** Answers from this cache; the rest goes to this queue. */
  public AnswerNow(
      TieredCache cache,
      TickerDirectory directory,
      Sessions sessions,
      ReportLinks links,
      Messenger messenger,
      JobQueue queue,
      EventLog events,
      InstantSource clock) {
    this.cache = cache;
    this.sessions = sessions;
    this.understanding = new Understanding(directory, sessions);
    this.replies = new Replies(messenger, links, directory, events, clock);
    this.queue = queue;
    this.events = events;
    this.clock = clock;
    this.answered = new Lately<>(clock, REMEMBERED, MOST_EVENTS);
  }

  /** What was done with an event; whatever it was, the platform gets its 200. */
  public enum Handled {
    /** A reply was sent, and has or may have arrived. */
    REPLIED,
    /**
     * A reply was sent and definitely not accepted: the event may be answered if it comes again.
     */
    REFUSED,
    /** A job will answer. */
    ENQUEUED,
    /** Nothing is due: silence, a duplicate, too old. */
    IGNORED
  }

  /**
   * Answers one event.
   *
   * @param deadline of the whole invocation, 1.2 s after its start
   */
  public Handled answer(Incoming incoming, Deadline deadline) {
    Instant now = clock.instant();
    if (ReplyWindow.of(incoming).over(now)) {
      events.record(new AppEvent.EventSkipped("old"));
      return Handled.IGNORED;
    }
    // Before the work: the same event may stand in a body twice, and both are answered at once.
    if (!answered.add(incoming.eventId())) {
      events.record(new AppEvent.Duplicate());
      return Handled.IGNORED;
    }
    boolean settled = false;
    try {
      Handled handled = handled(incoming, now, deadline);
      settled = handled != Handled.REFUSED;
      return handled;
    } finally {
      if (!settled) {
        answered.forget(incoming.eventId());
      }
    }
  }

  private Handled handled(Incoming incoming, Instant now, Deadline deadline) {
    return switch (understanding.of(incoming, now)) {
      case Wish.Told(var answer) -> reply(incoming, answer);
      case Wish.Silence(var reason) -> {
        events.record(new AppEvent.EventSkipped(reason));
        yield Handled.IGNORED;
      }
      case Wish.ReportOf(var key) -> report(incoming, key, deadline);
    };
  }

  private Handled report(Incoming incoming, ReportKey key, Deadline deadline) {
    Instant start = clock.instant();
    return switch (cache.peek(key, new Deadline(deadline.at().minus(REPLY)))) {
      case Served served -> {
        Delivery delivery = replies.reply(incoming, replies.ready(incoming, served), sending());
        replies.served(served, delivery, start);
        yield handled(delivery);
      }
      case Absent(_, _) -> reply(incoming, new Answer.NoData(key.ticker()));
      case Pending(), Failed(_), Denied(_) -> {
        // An older session is never generated: without an entry the newest one is meant.
        ReportKey newest = sessions.newest(key.ticker(), start);
        yield key.equals(newest) ? enqueue(incoming, key) : report(incoming, newest, deadline);
      }
    };
  }

  private Handled enqueue(Incoming incoming, ReportKey key) {
    try {
      queue.send(
          new Job.Answer(incoming, key), Duration.ZERO, Deadline.in(ENQUEUE, clock.instant()));
      return Handled.ENQUEUED;
    } catch (PortException.Queue e) {
      events.record(new AppEvent.DependencyCall("queue", e.fault().label(), Duration.ZERO));
      return reply(incoming, new Answer.NoData(key.ticker()));
    }
  }

  private Handled reply(Incoming incoming, Answer answer) {
    return handled(replies.reply(incoming, answer, sending()));
  }

  private static Handled handled(Delivery delivery) {
    return switch (delivery) {
      case DELIVERED, AMBIGUOUS -> Handled.REPLIED;
      case TOKEN_DEAD, REFUSED, QUOTA -> Handled.REFUSED;
    };
  }

  /** Its own time: the platform waits 2 s, and a reply that is due is worth half of one. */
  private Deadline sending() {
    return Deadline.in(REPLY, clock.instant());
  }
}
