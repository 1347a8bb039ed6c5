package dailyreport.adapters.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import dailyreport.application.port.ReportCodec;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.market.Headline;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Commit records as JSON in UTF-8, one line, fields in a fixed order.
 *
 * <p>Reading is strict: a record of another schema, with a field more or less, twice or out of
 * range is {@link Fault#INVALID}, which the tiers treat as a miss. An unknown field is refused too:
 * the entry is encoded again when it is copied from tier to tier, and what was not understood would
 * be lost on the way. A change of the fields is therefore a new schema. Records that are written
 * just as here take a quicker way, {@code WrittenForm}, to the same entries.
 */
public final class JacksonReportCodec implements ReportCodec {
  private final JsonMapper mapper = Json.mapper();

  private JacksonReportCodec() {}

  /** A codec for any number of threads; costly to make, so make one. */
  public static ReportCodec open() {
    return new JacksonReportCodec();
  }

  @Override
  public byte[] encode(CacheEntry entry) {
    // Not a field, and no reader either: Jackson learns a form when it is first asked for it, and a
    // function that starts with a hit reads what was written here and writes nothing.
    return bytes(
        mapper.writerFor(CommitRecord.class), CommitRecord.of(entry), "entry " + entry.key());
  }

  @Override
  public byte[] news(List<Headline> news) {
    return bytes(mapper.writerFor(mapper.constructType(List.class)), news, "news");
  }

  private static byte[] bytes(ObjectWriter writer, Object value, String what) {
    try {
      return writer.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(what + " cannot be written at " + place(e), e);
    }
  }

  @Override
  public CacheEntry decode(byte[] record) {
    if (record.length > Json.LARGEST) {
      throw invalid(record, "more than " + Json.LARGEST);
    }
    return WrittenForm.read(record).orElseGet(() -> strictly(record));
  }

  /** Judges every record that is not written as we write it. */
  CacheEntry strictly(byte[] record) {
    try {
      int schema = schema(record);
      if (schema != CommitRecord.SCHEMA) {
        throw invalid(record, "schema " + schema + ", this version reads " + CommitRecord.SCHEMA);
      }
      CommitRecord read = mapper.readerFor(CommitRecord.class).readValue(record);
      return read.entry();
    } catch (IOException e) {
      throw invalid(record, e.getClass().getSimpleName() + " at " + place(e));
    } catch (IllegalArgumentException e) {
      throw invalid(record, "it contradicts itself: " + e.getMessage());
    }
  }

  /** The first field, so that another schema is named as such and not by what it lacks. */
  private int schema(byte[] record) throws IOException {
    try (JsonParser parser = mapper.createParser(record)) {
      boolean found =
          parser.nextToken() == JsonToken.START_OBJECT
              && "schema".equals(parser.nextFieldName())
              && parser.nextToken() == JsonToken.VALUE_NUMBER_INT;
      return found ? parser.getIntValue() : 0;
    }
  }

  /** Without the cause: its message quotes the document, which may come from anybody. */
  private static PortException.Cache invalid(byte[] record, String seen) {
    return new PortException.Cache(
        Fault.INVALID, "commit record of " + record.length + " bytes: " + seen, null);
  }

  /** {@code report.chart.bars[3].open}. */
  private static String place(IOException e) {
    String path =
        e instanceof JsonMappingException mapping
            ? mapping.getPath().stream()
                .map(step ->
                    step.getFieldName() == null
                        ? "[" + step.getIndex() + "]"
                        : "." + step.getFieldName())
                .collect(Collectors.joining())
            : "";
    return path.isEmpty() ? "the top" : path.substring(1);
  }
}
