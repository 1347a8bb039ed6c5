package dailyreport.bootstrap.local.serve;

import dailyreport.adapters.line.LineWebhook;
import dailyreport.adapters.line.LineWebhook.Verdict;
import dailyreport.application.AnswerEvents;
import dailyreport.application.port.Deadline;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;

/** What LINE posts: verified, then answered or queued, within the time that LINE waits. */
public final class WebhookEndpoint implements Endpoint {
  /** LINE counts 2 s as a failure: faults.md, section 2. */
  private static final Duration LONGEST = Duration.ofMillis(1_200);

  private final LineWebhook line;
  private final AnswerEvents answerEvents;
  private final URI linkBase;
  private final InstantSource clock;

  /** An endpoint whose answers carry links below {@code linkBase}. */
  public WebhookEndpoint(
      LineWebhook line, AnswerEvents answerEvents, URI linkBase, InstantSource clock) {
    this.line = line;
    this.answerEvents = answerEvents;
    this.linkBase = linkBase;
    this.clock = clock;
  }

  @Override
  public Response answer(Request request) {
    Deadline soon = Deadline.in(LONGEST, clock.instant());
    return switch (line.receive(request.body(), request.headers(), linkBase)) {
      case Verdict.Accepted(var incoming) -> {
        answerEvents.answer(incoming, soon);
        yield Response.empty(200);
      }
      case Verdict.Rejected(var status, _) -> Response.empty(status);
    };
  }
}
