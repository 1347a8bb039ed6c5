package dailyreport.bootstrap.local.simulator;

import dailyreport.bootstrap.local.serve.Endpoint;
import dailyreport.bootstrap.local.serve.Request;
import dailyreport.bootstrap.local.serve.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;

/** The webhook, with requests that are not the person's shown at the page too. */
record StrangersShown(Endpoint webhook, Feed feed, InstantSource clock) implements Endpoint {
  @Override
  public Response answer(Request request) {
    Instant start = clock.instant();
    Response response = webhook.answer(request);
    if (request.header(Person.MARK).isEmpty()) {
      var seen = new LinkedHashMap<String, Object>();
      seen.put("eventId", "");
      seen.put("status", response.status());
      seen.put("millis", Duration.between(start, clock.instant()).toMillis());
      seen.put("what", "stranger");
      seen.put("redelivery", false);
      seen.put("chat", Ask.Chat.USER.label());
      feed.add("webhook", seen);
    }
    return response;
  }
}
