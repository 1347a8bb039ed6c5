package dailyreport.bootstrap.lambda;

import dailyreport.adapters.line.LineWebhook;
import dailyreport.adapters.line.LineWebhook.Verdict;
import dailyreport.application.AnswerEvents;
import dailyreport.application.AnswerNow;
import dailyreport.application.OpenLink;
import dailyreport.application.OpenLink.Opened;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.EventLog;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The function behind the Function URL: what LINE posts to {@code /webhook} is answered or queued,
 * our own links under {@code /r/} are opened, everything else is refused.
 */
final class WebhookFunction implements RuntimeLoop.Function {
  static final String WEBHOOK = "/webhook";
  private static final String LINKS = "/r/";
  private static final Set<String> METHODS = Set.of("GET", "POST");

  /** LINE counts 2 s as a failure: faults.md, section 2. */
  private static final Duration LONGEST = Duration.ofMillis(1_200);

  private static final System.Logger LOG = System.getLogger(WebhookFunction.class.getName());

  private final LineWebhook line;
  private final AnswerEvents answerEvents;
  private final OpenLink openLink;
  private final EventLog events;
  private final InstantSource clock;

  WebhookFunction(
      LineWebhook line,
      AnswerNow answerNow,
      OpenLink openLink,
      EventLog events,
      InstantSource clock) {
    this.line = line;
    this.answerEvents =
        new AnswerEvents(
            answerNow, events, bug -> LOG.log(Level.ERROR, "webhook event: " + Trace.of(bug)));
    this.openLink = openLink;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public byte[] answer(byte[] event, Deadline deadline) {
    if (event.length > Envelope.MOST_BYTES) {
      // Nothing of that size is accepted on any path, so it is not worth parsing.
      events.record(new AppEvent.WebhookRejected("size"));
      return Envelope.response(Pages.refused(413));
    }
    return Envelope.response(page(Envelope.request(event), deadline));
  }

  private Envelope.Response page(Envelope.Request request, Deadline deadline) {
    if (request.path().equals(WEBHOOK)) {
      return request.method().equals("POST") ? received(request, deadline) : Pages.onlyBy("POST");
    }
    if (request.path().startsWith(LINKS)) {
      return request.method().equals("GET") ? opened(request, deadline) : Pages.onlyBy("GET");
    }
    return METHODS.contains(request.method()) ? Pages.gone() : Pages.onlyBy("GET, POST");
  }

  private Envelope.Response received(Envelope.Request request, Deadline deadline) {
    Deadline soon = deadline.atMost(LONGEST, clock.instant());
    Map<String, List<String>> headers =
        request.headers().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
    URI linkBase = URI.create("https://" + request.domain());
    return switch (line.receive(request.body(), request.base64(), headers, linkBase)) {
      case Verdict.Accepted(var incoming) -> {
        answerEvents.answer(incoming, soon);
        yield Pages.accepted();
      }
      case Verdict.Rejected(var status, _) -> Pages.refused(status);
    };
  }

  private Envelope.Response opened(Envelope.Request request, Deadline deadline) {
    return switch (openLink.open(request.path(), deadline)) {
      case Opened.Redirect(var to) -> Pages.redirect(to);
      case Opened.Bytes(var contentType, var bytes) -> Pages.bytes(contentType, bytes);
      case Opened.Gone() -> Pages.gone();
    };
  }
}
