package dailyreport.application;

import dailyreport.application.cache.CacheAnswer;
import dailyreport.application.cache.CacheAnswer.Absent;
import dailyreport.application.cache.CacheAnswer.Denied;
import dailyreport.application.cache.CacheAnswer.Failed;
import dailyreport.application.cache.CacheAnswer.Pending;
import dailyreport.application.cache.CacheAnswer.Served;
import dailyreport.application.cache.Requester;
import dailyreport.application.cache.TieredCache;
import dailyreport.application.cache.Waiting;
import dailyreport.application.port.Answer;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.EventClaims;
import dailyreport.application.port.EventClaims.Claimed;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.Incoming;
import dailyreport.application.port.Job;
import dailyreport.application.port.Messenger;
import dailyreport.application.port.Messenger.Delivery;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Received;
import dailyreport.application.port.Secret;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Answers an event whose report had to be made. At 45 s of the event's age the person is told to
 * wait and the work goes on, so that a tap finds the report. States and times: line.md, section 5.
 */
public final class AnswerLate {
  private static final Duration OLDEST_JOB = Duration.ofMinutes(5);
  private static final Duration CLAIM = Duration.ofSeconds(1);
  private static final Duration LOADING = Duration.ofSeconds(60);
  private static final Duration LOADING_CALL = Duration.ofSeconds(1);

  /** Three attempts of three seconds. */
  private static final Duration SEND = Duration.ofSeconds(9);

  private final TieredCache cache;
  private final EventClaims claims;
  private final Messenger messenger;
  private final Replies replies;
  private final Requesters requesters;
  private final boolean mayPush;
  private final EventLog events;
  private final InstantSource clock;
  private final Waiting waiting;

  /**
   * Answers from this cache, which may generate.
   *
   * @param mayPush whether a report may be sent without a token, against the quota, when its token
   *     is dead ({@code LINE_PUSH_FALLBACK})
   */
  public AnswerLate(
      TieredCache cache,
      EventClaims claims,
      Messenger messenger,
      TickerDirectory directory,
      ReportLinks links,
      Secret channelSecret,
      boolean mayPush,
      EventLog events,
      InstantSource clock,
      Waiting waiting) {
    this.cache = cache;
    this.claims = claims;
    this.messenger = messenger;
    this.replies = new Replies(messenger, links, directory, events, clock);
    this.requesters = new Requesters(channelSecret);
    this.mayPush = mayPush;
    this.events = events;
    this.clock = clock;
    this.waiting = waiting;
  }

  /**
   * Does a {@link Job.Answer}.
   *
   * @param work by which everything must have ended, sending excepted
   * @throws IllegalArgumentException for any other job
   */
  public void answer(Received received, Deadline work) {
    if (!(received.job() instanceof Job.Answer(var incoming, var key))) {
      throw new IllegalArgumentException("no job to answer: " + received.job().getClass());
    }
    Instant now = clock.instant();
    if (now.isAfter(received.dueAt().plus(OLDEST_JOB)) || ReplyWindow.of(incoming).over(now)) {
      events.record(new AppEvent.EventSkipped("old"));
    } else if (work.passed(now)) {
      events.record(new AppEvent.DeadlineMissed("entry"));
    } else {
      switch (claim(incoming, received.jobId(), work)) {
        case OTHER_JOB -> events.record(new AppEvent.Duplicate());
        case FIRST -> make(incoming, key, mayPush, work);
        // An earlier run of this job may have replied before it was killed: whoever has that reply
        // must not be pushed another. With a token that was dead from the start nobody has one.
        case SAME_JOB ->
            make(incoming, key, mayPush && !ReplyWindow.of(incoming).open(received.dueAt()), work);
      }
    }
  }

  /** When the claim cannot be decided the job goes on: a single-use token bounds the harm. */
  private Claimed claim(Incoming incoming, String jobId, Deadline work) {
    try {
      return claims.claim(incoming.eventId(), jobId, work.atMost(CLAIM, clock.instant()));
    } catch (PortException.Cache e) {
      events.record(new AppEvent.CacheError(AppEvent.Tier.SHARED, "claim", e.fault()));
      return Claimed.SAME_JOB;
    }
  }

  private void make(Incoming incoming, ReportKey key, boolean pushes, Deadline work) {
    Instant start = clock.instant();
    ReplyWindow window = ReplyWindow.of(incoming);
    Requester who = requesters.of(incoming.source());
    boolean open = window.open(start);
    // Whose token is dead waits for another's report only where it can be pushed.
    Deadline unheard = pushes ? work : new Deadline(start);
    if (open && incoming.source().kind() == Incoming.Kind.USER) {
      messenger.showLoading(incoming, LOADING, Deadline.in(LOADING_CALL, start));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<CacheAnswer> making =
          threads.submit(() -> cache.get(key, who, open ? window.patience() : unheard, work));
      try {
        boolean unanswered = true;
        if (open) {
          CacheAnswer inTime =
              waiting.ends(making, window.patience().remaining(start))
                  ? end(making)
                  : new Pending();
          Delivery delivery = replies.reply(incoming, answer(incoming, key, inTime), sending());
          if (inTime instanceof Served served) {
            replies.served(served, delivery, start);
          }
          unanswered = delivery == Delivery.TOKEN_DEAD;
        }
        if (waiting.ends(making, work.remaining(clock.instant()))) {
          CacheAnswer made = end(making);
          if (unanswered && pushes && made instanceof Served served) {
            Delivery delivery = replies.push(incoming, replies.ready(incoming, served), sending());
            replies.served(served, delivery, start);
          }
        } else {
          events.record(new AppEvent.DeadlineMissed("work"));
          making.cancel(true);
        }
      } catch (InterruptedException _) {
        // Else the executor would wait for a report that nobody waits for any more.
        making.cancel(true);
        Thread.currentThread().interrupt();
      }
    }
  }

  private Answer answer(Incoming incoming, ReportKey key, CacheAnswer answer) {
    return switch (answer) {
      case Served served -> replies.ready(incoming, served);
      case Pending() -> new Answer.Preparing(key);
      case Absent(_, _), Failed(_) -> new Answer.NoData(key.ticker());
      case Denied(_) -> new Answer.Denied(cache.earlier(key, sending()));
    };
  }

  private Deadline sending() {
    return Deadline.in(SEND, clock.instant());
  }

  /** A bug of the work is a bug of this use case. */
  private static CacheAnswer end(Future<CacheAnswer> making) throws InterruptedException {
    try {
      return making.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the report ended in a bug", e.getCause());
    }
  }
}
