package dailyreport.adapters.sqs;

import com.fasterxml.jackson.core.JsonGenerator;
import dailyreport.application.port.DeadLetter;
import dailyreport.application.port.DeadLetters;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import dailyreport.domain.report.ReportKey;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Locale;

/**
 * Dead letters in an SQS standard queue. A letter is one JSON object in the message body, with
 * {@code "v":"1"} in it: {@code jobId}, {@code kind}, {@code reason}, {@code at}, and {@code
 * ticker} and {@code session} where the job could be read. No message attribute holds anything.
 */
public final class SqsDeadLetters implements DeadLetters {
  private static final String VERSION = "1";

  private final SqsSender queue;

  SqsDeadLetters(SqsSender queue) {
    this.queue = queue;
  }

  /**
   * Opens the queue with what the SDK's own variables say, as {@link SqsJobQueue#open(URI,
   * InstantSource)}. Sends nothing yet.
   *
   * @param queueUrl as SQS names the queue
   * @param clock tells how much time a deadline leaves
   * @throws PortException.Queue with {@link Fault#CONFIG} when region or credentials are not there
   */
  public static DeadLetters open(URI queueUrl, InstantSource clock) {
    return new SqsDeadLetters(SqsSender.open(SqsSender.clientBuilder(), queueUrl, clock));
  }

  /** As {@link #open(URI, InstantSource)}, with requests going to another endpoint. */
  public static DeadLetters open(URI queueUrl, URI endpoint, InstantSource clock) {
    return new SqsDeadLetters(
        SqsSender.open(SqsSender.clientBuilder().endpointOverride(endpoint), queueUrl, clock));
  }

  @Override
  public void bury(DeadLetter letter, Deadline deadline) {
    queue.send(write(letter), 0, deadline);
  }

  private static String write(DeadLetter letter) {
    var body = new StringWriter();
    try (JsonGenerator json = Fields.JSON.createGenerator(body)) {
      json.writeStartObject();
      json.writeStringField("v", VERSION);
      json.writeStringField("jobId", letter.jobId());
      json.writeStringField("kind", letter.kind().name().toLowerCase(Locale.ROOT));
      if (letter.key().isPresent()) {
        ReportKey key = letter.key().get();
        json.writeStringField("ticker", key.ticker().symbol());
        json.writeStringField("session", key.session().toString());
      }
      json.writeStringField("reason", letter.reason());
      json.writeStringField("at", letter.at().toString());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("dead letter into memory", e);
    }
    return body.toString();
  }
}
