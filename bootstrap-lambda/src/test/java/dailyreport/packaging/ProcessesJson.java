package dailyreport.packaging;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/** Every sample and its conditions, for whoever draws or checks. */
final class ProcessesJson {
  private ProcessesJson() {}

  static String of(Machine machine, String after, String options, List<Series> measured)
      throws IOException {
    var text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("at", machine.at().toString());
      json.writeStringField("processor", machine.processor());
      json.writeNumberField("cores", machine.cores());
      json.writeStringField("java", machine.java());
      json.writeStringField("options", options);
      json.writeStringField("commit", machine.commit());
      json.writeStringField("loadBefore", machine.before());
      json.writeStringField("loadAfter", after);
      json.writeBooleanField("valid", !machine.busy());
      json.writeArrayFieldStart("samples");
      for (Series series : measured) {
        for (int i = 0; i < series.samples().size(); i++) {
          sample(json, series, i);
        }
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text + "\n";
  }

  private static void sample(JsonGenerator json, Series series, int round) throws IOException {
    Sample sample = series.samples().get(round);
    json.writeStartObject();
    json.writeStringField("question", series.question().name());
    json.writeStringField("path", series.setup().modules() ? "module" : "class");
    json.writeBooleanField("aot", series.setup().aot());
    json.writeNumberField("round", round + 1);
    json.writeNumberField("millis", Math.round(sample.millis() * 100) / 100.0);
    json.writeNumberField("cpuMillis", sample.cpuMillis());
    json.writeNumberField("peakKb", sample.memory().peak());
    json.writeNumberField("anonymousKb", sample.memory().anonymous());
    json.writeBooleanField("inTime", sample.inTime());
    json.writeEndObject();
  }
}
