package dailyreport.bootstrap.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dailyreport.adapters.json.JacksonEventCodec;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.EventLog;
import dailyreport.bootstrap.lambda.Metrics.Directive;
import dailyreport.bootstrap.lambda.Metrics.Metric;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Events as JSON lines on standard output, in CloudWatch's embedded metric format: one object a
 * line, whose member {@code _aws} says which of the other members are metrics and which dimensions.
 * Every component of an event is a member, so that the logs can be searched for what is no metric.
 *
 * <p>Format: AWS, "Embedded metric format specification". A dimension must be a text and a metric a
 * number, both members of the object itself; a time stamp is in milliseconds since the epoch.
 */
final class EmfEventLog implements EventLog {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final PrintStream out;
  private final JacksonEventCodec codec;
  private final String namespace;
  private final InstantSource clock;

  /**
   * A log of one installation.
   *
   * @param namespace under which CloudWatch keeps the metrics
   */
  EmfEventLog(PrintStream out, JacksonEventCodec codec, String namespace, InstantSource clock) {
    this.out = out;
    this.codec = codec;
    this.namespace = namespace;
    this.clock = clock;
  }

  @Override
  public void record(AppEvent event) {
    out.println(line(clock.instant(), event));
  }

  private String line(Instant at, AppEvent event) {
    Map<String, Object> fields = codec.fields(event);
    List<Directive> directives =
        Metrics.of(event).stream().map(directive -> directive.knownIn(fields)).toList();
    var line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("at", at.toString());
      json.writeStringField("name", event.name());
      for (Map.Entry<String, Object> field : fields.entrySet()) {
        write(json, field.getKey(), field.getValue());
      }
      for (Directive directive : directives) {
        for (Metric metric : directive.metrics()) {
          write(json, metric.name(), metric.valueIn(fields));
        }
      }
      aws(json, at, directives);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.toString();
  }

  private static void write(JsonGenerator json, String name, Object value) throws IOException {
    json.writeFieldName(name);
    switch (value) {
      case BigDecimal number -> json.writeNumber(number);
      case Number number -> json.writeNumber(number.longValue());
      case Boolean truth -> json.writeString(truth ? "yes" : "no");
      default -> json.writeString(value.toString());
    }
  }

  private void aws(JsonGenerator json, Instant at, List<Directive> directives) throws IOException {
    json.writeObjectFieldStart("_aws");
    json.writeNumberField("Timestamp", at.toEpochMilli());
    json.writeArrayFieldStart("CloudWatchMetrics");
    for (Directive directive : directives) {
      json.writeStartObject();
      json.writeStringField("Namespace", namespace);
      json.writeArrayFieldStart("Dimensions");
      json.writeStartArray();
      for (String dimension : directive.dimensions()) {
        json.writeString(dimension);
      }
      json.writeEndArray();
      json.writeEndArray();
      json.writeArrayFieldStart("Metrics");
      for (Metric metric : directive.metrics()) {
        json.writeStartObject();
        json.writeStringField("Name", metric.name());
        json.writeStringField("Unit", metric.unit().text());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
