package dailyreport.adapters.yahoo;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the cookie and crumb in memory, for an hour at most; they are never stored or logged.
 *
 * <p>Getting them costs two requests. Threads that need a pass at the same time wait for one of
 * them to fetch it. The consent dialogue that European addresses may meet is not played through:
 * there is no pass then, and reports are made without company figures.
 */
final class YahooSession implements Question.Gate {
  private static final Duration LIFE = Duration.ofHours(1);

  /** After a refusal Yahoo is left alone for a while; quotes do not depend on it. */
  private static final Duration REST = Duration.ofMinutes(1);

  private static final Duration ATTEMPT = Duration.ofSeconds(2);
  private static final int LARGEST_PAGE = 1024 * 1024;
  private static final int LONGEST_COOKIE = 8 * 1024;
  private static final Pattern CRUMB = Pattern.compile("[\\x21-\\x7e&&[^<>\"]]{1,64}");

  private final Attempts attempts;
  private final YahooHosts hosts;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private Pass pass = Pass.NONE;
  private Instant fetchedAt = Instant.EPOCH;
  private @Nullable Broken lastFailure;
  private Instant failedAt = Instant.EPOCH;

  YahooSession(Attempts attempts, YahooHosts hosts, InstantSource clock) {
    this.attempts = attempts;
    this.hosts = hosts;
    this.clock = clock;
  }

  @Override
  public Pass other(Pass refused, Deadline deadline) throws Broken {
    enter(deadline);
    try {
      Instant now = clock.instant();
      boolean kept = !pass.isNone() && now.isBefore(fetchedAt.plus(LIFE));
      if (kept && !pass.equals(refused)) {
        return pass;
      }
      pass = Pass.NONE;
      if (lastFailure != null && now.isBefore(failedAt.plus(REST))) {
        throw lastFailure;
      }
      return fetch(deadline, now);
    } finally {
      lock.unlock();
    }
  }

  private void enter(Deadline deadline) throws Broken {
    try {
      long millis = deadline.remaining(clock.instant()).toMillis();
      if (!lock.tryLock(millis, TimeUnit.MILLISECONDS)) {
        throw Broken.of(Fault.TIMEOUT, Broken.Again.NEVER, "no crumb in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Broken.because(Fault.TIMEOUT, Broken.Again.NEVER, "interrupted before the crumb", e);
    }
  }

  private Pass fetch(Deadline deadline, Instant now) throws Broken {
    try {
      // The status of the cookie page does not matter; it is often 404.
      String cookie =
          attempts.once(
              question("Yahoo cookie", hosts.cookiePage()),
              1,
              Pass.NONE,
              deadline,
              reply -> cookies(reply.headers()));
      if (cookie.isEmpty() || cookie.length() > LONGEST_COOKIE) {
        throw denied("the cookie page set no cookie that can be used");
      }
      pass =
          attempts.once(
              question("Yahoo crumb", hosts.crumb()),
              1,
              new Pass(cookie, ""),
              deadline,
              reply -> new Pass(cookie, Replies.readUsable(reply, YahooSession::crumb)));
      fetchedAt = now;
      lastFailure = null;
      return pass;
    } catch (Broken e) {
      // Whatever was wrong, a repeat within the same question would not mend it.
      Broken failure =
          Broken.because(e.fault(), Broken.Again.NEVER, "no crumb: " + e.getMessage(), e);
      if (!Thread.currentThread().isInterrupted()) {
        lastFailure = failure;
        failedAt = now;
      }
      throw failure;
    }
  }

  private static Question question(String what, URI uri) {
    return new Question(
        "crumb",
        what,
        LARGEST_PAGE,
        ATTEMPT,
        YahooHosts.ANY_TYPE,
        (attempt, none) -> uri,
        Question.Gate.NONE,
        false);
  }

  /** All cookies of an answer as one request header; attributes are left out. */
  static String cookies(HttpHeaders headers) {
    return headers.allValues("Set-Cookie").stream()
        .map(cookie -> cookie.split(";", 2)[0].strip())
        .filter(pair -> pair.indexOf('=') > 0)
        .collect(Collectors.joining("; "));
  }

  private static String crumb(BoundedHttp.Reply reply) throws Broken {
    String crumb = reply.text().strip();
    if (reply.status() != 200 || !CRUMB.matcher(crumb).matches()) {
      throw denied("HTTP " + reply.status() + " without a crumb");
    }
    return crumb;
  }

  private static Broken denied(String seen) {
    return Broken.of(Fault.DENIED, Broken.Again.NEVER, seen);
  }
}
