package dailyreport.bootstrap.local.serve;

import dailyreport.application.LinkGonePage;
import dailyreport.application.OpenLink;
import dailyreport.application.OpenLink.Opened;
import dailyreport.application.port.Deadline;
import java.time.Duration;
import java.time.InstantSource;

/** Our own links to the parts of reports. */
public final class LinkEndpoint implements Endpoint {
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final OpenLink openLink;
  private final InstantSource clock;

  /** Opens links by this use case. */
  public LinkEndpoint(OpenLink openLink, InstantSource clock) {
    this.openLink = openLink;
    this.clock = clock;
  }

  @Override
  public Response answer(Request request) {
    return switch (openLink.open(request.path(), Deadline.in(LONGEST, clock.instant()))) {
      case Opened.Redirect(var to) -> Response.redirect(to.toString());
      case Opened.Bytes(var contentType, var bytes) -> {
        Response found = Response.of(200, contentType, bytes);
        // A picture may be kept for a day; a PDF is asked for again, as it may be invalidated.
        yield contentType.startsWith("image/") ? found.cached("public, max-age=86400") : found;
      }
      case Opened.Gone() -> gone(request);
    };
  }

  /** For a person whose link leads nowhere. */
  public static Response gone(Request request) {
    return Response.html(404, LinkGonePage.html());
  }
}
