package dailyreport.adapters.sqs;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dailyreport.application.port.Incoming;
import dailyreport.application.port.Job;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Received;
import dailyreport.application.port.Said;
import dailyreport.application.port.Secret;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.ReportKey;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A job as the body of a queue message: one JSON object with {@code "v":1} in it.
 *
 * <p>The body holds the reply token and the ids of chat and person in clear, for the worker needs
 * them; it must not be logged. Fields that this version does not know are ignored, another version
 * is refused.
 */
public final class JobEnvelope {
  private static final String VERSION = "1";

  private JobEnvelope() {}

  /**
   * Reads a message that a worker got.
   *
   * @param messageId SQS's id; the same when the message comes again
   * @param sentAt SQS's {@code SentTimestamp}, UTC; the delay asked for is added to it
   * @param body of the message
   * @throws PortException.Queue with {@code MALFORMED} when it is no job of this version; the
   *     message names the field, never a value
   */
  public static Received read(String messageId, Instant sentAt, String body) {
    Fields fields = Fields.parse("job message " + messageId, body);
    if (!fields.text("v").equals(VERSION)) {
      throw fields.malformed("v", "is not " + VERSION);
    }
    int delaySeconds = fields.value("delaySeconds", JobEnvelope::delaySeconds);
    return new Received(messageId, sentAt.plusSeconds(delaySeconds), job(fields));
  }

  static String write(Job job, int delaySeconds) {
    var body = new StringWriter();
    // ASCII only: SQS refuses some characters that a chat message may hold, U+FFFF for one.
    try (JsonGenerator json =
        Fields.JSON
            .createGenerator(body)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature())) {
      json.writeStartObject();
      json.writeStringField("v", VERSION);
      json.writeNumberField("delaySeconds", delaySeconds);
      json.writeStringField("ticker", job.key().ticker().symbol());
      json.writeStringField("session", job.key().session().toString());
      switch (job) {
        case Job.Answer answer -> {
          json.writeStringField("kind", "answer");
          write(json, answer.incoming());
        }
        case Job.Refresh _ -> json.writeStringField("kind", "refresh");
        case Job.Rebuild rebuild -> {
          json.writeStringField("kind", "rebuild");
          json.writeStringField("part", rebuild.part().name());
        }
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("job envelope into memory", e);
    }
    return body.toString();
  }

  private static Job job(Fields fields) {
    var key =
        new ReportKey(
            fields.value("ticker", Ticker::new), fields.value("session", LocalDate::parse));
    return switch (fields.text("kind")) {
      case "answer" -> new Job.Answer(incoming(fields), key);
      case "refresh" -> new Job.Refresh(key);
      case "rebuild" -> new Job.Rebuild(key, fields.value("part", PartName::valueOf));
      default -> throw fields.malformed("kind", "is none of answer, refresh, rebuild");
    };
  }

  private static void write(JsonGenerator json, Incoming incoming) throws IOException {
    json.writeObjectFieldStart("incoming");
    json.writeStringField("eventId", incoming.eventId());
    json.writeStringField("time", incoming.time().toString());
    json.writeStringField("chatKind", incoming.source().kind().name());
    json.writeStringField("chatId", incoming.source().chatId().value());
    write(json, "userId", incoming.source().userId());
    json.writeStringField("replyToken", incoming.replyToken().value());
    write(json, "quoteToken", incoming.quoteToken());
    json.writeStringField("linkBase", incoming.linkBase().toString());
    json.writeObjectFieldStart("said");
    write(json, incoming.said());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String field, Optional<Secret> secret)
      throws IOException {
    if (secret.isPresent()) {
      json.writeStringField(field, secret.get().value());
    }
  }

  private static Incoming incoming(Fields fields) {
    return new Incoming(
        fields.text("incoming.eventId"),
        fields.value("incoming.time", Instant::parse),
        new Incoming.Source(
            fields.value("incoming.chatKind", Incoming.Kind::valueOf),
            fields.value("incoming.chatId", Secret::new),
            fields.optional("incoming.userId", Secret::new)),
        fields.value("incoming.replyToken", Secret::new),
        fields.optional("incoming.quoteToken", Secret::new),
        fields.value("incoming.linkBase", URI::create),
        said(fields));
  }

  private static void write(JsonGenerator json, Said said) throws IOException {
    switch (said) {
      case Said.Text text -> {
        json.writeStringField("kind", "text");
        json.writeStringField("text", text.text());
        json.writeBooleanField("mentionsUs", text.mentionsUs());
      }
      case Said.Tap tap -> {
        json.writeStringField("kind", "tap");
        json.writeStringField("ticker", tap.ticker().symbol());
        if (tap.session().isPresent()) {
          json.writeStringField("session", tap.session().get().toString());
        }
      }
      case Said.TapList list -> {
        json.writeStringField("kind", "list");
        json.writeNumberField("page", list.page());
      }
      case Said.Followed _ -> json.writeStringField("kind", "followed");
      case Said.Joined _ -> json.writeStringField("kind", "joined");
      case Said.Other _ -> json.writeStringField("kind", "other");
    }
  }

  private static Said said(Fields fields) {
    return switch (fields.text("incoming.said.kind")) {
      case "text" ->
          new Said.Text(
              fields.text("incoming.said.text"),
              fields.value("incoming.said.mentionsUs", JobEnvelope::truth));
      case "tap" ->
          new Said.Tap(
              fields.value("incoming.said.ticker", Ticker::new),
              fields.optional("incoming.said.session", LocalDate::parse));
      case "list" -> new Said.TapList(fields.value("incoming.said.page", Integer::parseInt));
      case "followed" -> new Said.Followed();
      case "joined" -> new Said.Joined();
      case "other" -> new Said.Other();
      default -> throw fields.malformed("incoming.said.kind", "is not known");
    };
  }

  private static int delaySeconds(String text) {
    int seconds = Integer.parseInt(text);
    if (seconds < 0 || seconds > 900) {
      throw new IllegalArgumentException("delay must lie within 0 and 900 s");
    }
    return seconds;
  }

  private static boolean truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("neither true nor false");
    };
  }
}
