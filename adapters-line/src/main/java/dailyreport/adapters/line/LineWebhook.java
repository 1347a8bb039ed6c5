package dailyreport.adapters.line;

import com.linecorp.bot.parser.WebhookParseException;
import com.linecorp.bot.parser.WebhookParser;
import com.linecorp.bot.webhook.model.Event;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.Incoming;
import dailyreport.application.port.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the requests of LINE: checks size and signature over the raw bytes before anything is
 * parsed, then turns each event it knows into an {@link Incoming}.
 */
public final class LineWebhook {
  /** Longest body, in bytes after base64. */
  public static final int MOST_BYTES = 256 * 1024;

  private static final String SIGNATURE = "x-line-signature";
  private static final String ENCODING = "content-encoding";

  private final Signature signature;
  private final EventLog log;
  private final InstantSource clock;

  /** The signature is ours to check, over the whole body and before this parser is entered. */
  private final WebhookParser parser = new WebhookParser((_, _) -> true);

  private LineWebhook(Signature signature, EventLog log, InstantSource clock) {
    this.signature = signature;
    this.log = log;
    this.clock = clock;
  }

  /** What became of a request. */
  public sealed interface Verdict {

    /** From LINE: answer 200, also when there is nothing in it for us. */
    record Accepted(List<Incoming> events) implements Verdict {
      public Accepted {
        events = List.copyOf(events);
      }
    }

    /**
     * Not to be processed; it has had no effect.
     *
     * @param status HTTP status to answer: 400, 403, 413 or 415
     * @param reason for metrics, never shown to the sender
     */
    record Rejected(int status, String reason) implements Verdict {}
  }

  /** Opens a webhook for the channel with that secret. */
  public static LineWebhook open(Secret channelSecret, EventLog log, InstantSource clock) {
    SdkLoggers.silence();
    return new LineWebhook(new Signature(channelSecret), log, clock);
  }

  /**
   * Takes a request whose body may be base64, as a function URL hands it over.
   *
   * @param headers values by name, names in any case
   * @param linkBase where our own links are reachable, handed on in each event
   */
  public Verdict receive(
      String body, boolean base64, Map<String, List<String>> headers, URI linkBase) {
    if (body.length() > (base64 ? (MOST_BYTES + 2) / 3 * 4 : MOST_BYTES)) {
      return rejected(413, "size");
    }
    if (!base64) {
      return receive(body.getBytes(StandardCharsets.UTF_8), headers, linkBase);
    }
    try {
      return receive(Base64.getDecoder().decode(body), headers, linkBase);
    } catch (IllegalArgumentException e) {
      return rejected(400, "base64");
    }
  }

  /** Takes a request with its raw bytes; see {@link #receive(String, boolean, Map, URI)}. */
  public Verdict receive(byte[] body, Map<String, List<String>> headers, URI linkBase) {
    Instant now = clock.instant();
    if (body.length > MOST_BYTES) {
      return rejected(413, "size");
    }
    if (!values(headers, ENCODING).stream().allMatch("identity"::equalsIgnoreCase)) {
      return rejected(415, "encoding");
    }
    List<String> signatures = values(headers, SIGNATURE);
    if (signatures.size() != 1 || !signature.signs(body, signatures.getFirst())) {
      return rejected(403, signatures.isEmpty() ? "unsigned" : "signature");
    }
    try {
      return accepted(EventSlices.of(body), now, linkBase);
    } catch (IOException e) {
      // The parser's message quotes the body.
      return rejected(400, "json");
    }
  }

  private Verdict accepted(List<byte[]> slices, Instant now, URI linkBase) {
    var events = new ArrayList<Incoming>();
    for (byte[] slice : slices) {
      EventReader.Read read =
          event(slice)
              .map(event -> EventReader.read(event, now, linkBase))
              .orElseGet(() -> new EventReader.Read.Skipped("malformed"));
      switch (read) {
        case EventReader.Read.Answerable(Incoming incoming) -> events.add(incoming);
        case EventReader.Read.Skipped(String reason) ->
            log.record(new AppEvent.EventSkipped(reason));
      }
    }
    return new Verdict.Accepted(events);
  }

  private Optional<Event> event(byte[] slice) {
    try {
      return parser.handle("checked", slice).events().stream().findFirst();
    } catch (IOException | WebhookParseException e) {
      return Optional.empty();
    }
  }

  private static List<String> values(Map<String, List<String>> headers, String name) {
    return headers.entrySet().stream()
        .filter(header -> name.equalsIgnoreCase(header.getKey()))
        .flatMap(header -> header.getValue().stream())
        .toList();
  }

  private Verdict.Rejected rejected(int status, String reason) {
    log.record(new AppEvent.WebhookRejected(reason));
    return new Verdict.Rejected(status, reason);
  }
}
