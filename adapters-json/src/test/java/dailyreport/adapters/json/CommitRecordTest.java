package dailyreport.adapters.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import dailyreport.application.port.ReportCodec;
import dailyreport.contract.Examples;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.market.Indicator;
import dailyreport.domain.report.ChartData;
import dailyreport.domain.report.Guard;
import dailyreport.domain.report.Narrative;
import dailyreport.domain.report.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Objects;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The form on disk: golden files of released schemas (cache.md S22) and what is refused (S21). */
class CommitRecordTest {
  private static final String REPORT = golden("schema-1-report.json");
  private static final String ABSENCE = golden("schema-1-absence.json");
  private final ReportCodec codec = JacksonReportCodec.open();

  @Test
  void reportOfSchema1IsReadInFull() {
    var entry = (CacheEntry.Positive) decode(REPORT);
    var report = entry.report();

    assertThat(entry.validity().startedAt()).isEqualTo("2025-11-11T11:00:00.123456Z");
    assertThat(entry.validity().generation()).isEqualTo("0d9c7b6e-7a52-4f0e-9a51-3f6f0c8a1b22");
    assertThat(report.key()).hasToString("DBS19/2025-11-11");
    assertThat(report.facts().company().marketCap()).hasValue(155_710_000_000.0);
    assertThat(report.facts().company().dividendYieldPct()).isEmpty();
    assertThat(report.facts().stance().guard()).contains(Guard.OVERBOUGHT);
    assertThat(report.facts().news().getFirst().symbols()).containsExactly("D05.SI");
    assertThat(report.narrative().author()).isEqualTo(Narrative.Author.MODEL);
    assertThat(report.narrative().sections().get(1).paragraphs())
        .contains("RSI อยู่ที่ 66.35 สะท้อนแรงซื้อที่ยังแข็งแรง");
    assertThat(report.chart().of(Indicator.SMA_20))
        .containsExactly(
            OptionalDouble.empty(),
            OptionalDouble.of(48.89046067083362),
            OptionalDouble.of(48.725836718664866));
    assertThat(report.usage().costUsd()).contains(new BigDecimal("0.0310"));
    assertThat(report.parts()).hasSize(3);
  }

  /** Since decision 0010 indicators that are not drawn are left out; before, all were there. */
  @Test
  void recordWithoutTheIndicatorsThatAreNotDrawnIsReadAndWrittenAgain() {
    String undrawn = "\"(ATR_PCT|VWAP_252|VWAP_GAP_PCT)\":\\[[^\\]]*],";
    String shorter = REPORT.replaceAll(undrawn, "");

    var entry = (CacheEntry.Positive) decode(shorter);

    assertThat(shorter).hasSizeLessThan(REPORT.length());
    assertThat(entry.report().chart().of(Indicator.VWAP_252)).isEmpty();
    assertThat(text(codec.encode(entry))).isEqualTo(shorter);
  }

  @Test
  void absenceOfSchema1IsReadInFull() {
    var entry = (CacheEntry.Negative) decode(ABSENCE);

    assertThat(entry.newest()).contains(LocalDate.of(2025, 11, 10));
    assertThat(entry.validity().usableUntil()).isEqualTo("2025-11-11T11:10:00Z");
  }

  @Test
  void goldenFilesAreWrittenAgainByteForByte() {
    assertThat(text(codec.encode(decode(REPORT)))).isEqualTo(REPORT);
    assertThat(text(codec.encode(decode(ABSENCE)))).isEqualTo(ABSENCE);
  }

  @ParameterizedTest
  @ValueSource(ints = {99, 0, -1, 2})
  void otherSchemaIsNamedAsSuch(int schema) {
    String record = "{\"schema\":%d,\"body\":1}".formatted(schema);

    assertThatThrownBy(() -> decode(record))
        .hasMessageEndingWith(" bytes: schema %d, this version reads 1".formatted(schema));
    assertInvalid(replaceFirst(REPORT, "\"schema\":1", "\"schema\":" + schema));
    assertInvalid(replaceFirst(REPORT, "\"schema\":1", "\"schema\":4294967297"));
  }

  /** Each row changes one place of the golden report. */
  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"schema\":1 | \"schema\":\"1\"",
        "\"schema\":1, | ~~",
        "\"score\":3 | \"score\":3,\"score\":3",
        "\"score\":3 | \"score\":3,\"extra\":null",
        "\"score\":3, | ~~",
        "\"score\":3 | \"score\":null",
        "\"score\":3 | \"score\":3.5",
        "\"score\":3 | \"score\":\"3\"",
        "\"score\":3 | \"score\":99999999999",
        "\"adjusted\":true | \"adjusted\":1",
        "\"adjusted\":true | \"adjusted\":\"true\"",
        "\"guard\":\"OVERBOUGHT\" | \"guard\":1",
        "\"guard\":\"OVERBOUGHT\" | \"guard\":\"SOMETHING\"",
        "\"stance\":\"HOLD\" | \"stance\":\"\"",
        "\"priceEarnings\":14.03 | \"priceEarnings\":NaN",
        "\"priceEarnings\":14.03 | \"priceEarnings\":\"NaN\"",
        "\"priceEarnings\":14.03 | \"priceEarnings\":\"14.03\"",
        "\"priceEarnings\":14.03 | \"priceEarnings\":1e999",
        "\"priceEarnings\":14.03 | \"priceEarnings\":-Infinity",
        "\"priceEarnings\":14.03, | ~~",
        "\"open\":47.5239694499781 | \"open\":0",
        "\"open\":47.5239694499781 | \"open\":\"NaN\"",
        "\"title\":\"Example Holdings raises its dividend\" | \"title\":5",
        "\"title\":\"Example Holdings raises its dividend\" | \"title\":null",
        "\"SMA_20\":[null,48.89046067083362, | \"SMA_20\":[48.89046067083362,",
        "\"SMA_20\":[null, | \"SMA_21\":[null,",
        "\"SMA_50\":[null,null,null] | \"SMA_50\":null",
        "\"SMA_50\":[null,null,null], | ~~",
        "\"VWAP_252\":[null,null,null] | \"VWAP_252\":null",
        "\"VWAP_252\":[null,null,null] | \"VWAP_252\":[null,null]",
        "\"link\":\"https://news.example/a\" | \"link\":\"http://news.example/a\"",
        "\"link\":\"https://news.example/a\" | \"link\":\"not a link\"",
        "\"symbols\":[\"D05.SI\"] | \"symbols\":[null]",
        "\"labels\":[\"RSI\"] | \"labels\":[null]",
        "\"size\":17} | \"size\":17},null",
        "\"session\":\"2025-11-10\" | \"session\":\"2025-11-31\"",
        "\"session\":\"2025-11-10\" | \"session\":\"+12025-11-10\"",
        "\"session\":\"2025-11-10\" | \"session\":[2025,11,10]",
        "\"generation\":\"0d9c7b6e | \"generation\":\"../../x",
        "{\"ticker\":\"DBS19\" | {\"ticker\":\"../x\"",
        "{\"ticker\":\"DBS19\" | {\"ticker\":{\"symbol\":\"DBS19\"}",
        "\"reason\":null | \"reason\":\"UNKNOWN_TICKER\"",
        "\"newest\":null | \"newest\":\"2025-11-10\""
      })
  void recordThatWeWouldNotWriteIsInvalid(String before, String after) {
    assertThat(REPORT).contains(before);
    assertInvalid(replaceFirst(REPORT, before, Objects.requireNonNullElse(after, "")));
  }

  @Test
  void headThatDisagreesWithItsReportIsInvalid() {
    assertInvalid(replaceFirst(REPORT, "DBS19", "UOB19"));
    assertInvalid(replaceFirst(REPORT, "\"session\":\"2025-11-11\"", "\"session\":\"2025-11-12\""));
    assertInvalid(replaceFirst(REPORT, "\"model\":\"gpt-4o\"", "\"model\":\"other\""));
    assertInvalid(replaceLast(REPORT, "\"size\":15", "\"size\":16"));
    assertInvalid(replaceFirst(ABSENCE, "\"model\":\"\"", "\"model\":\"gpt-4o\""));
  }

  @Test
  void recordWithNeitherReportNorReasonIsInvalid() {
    assertInvalid(replaceFirst(ABSENCE, "\"NO_DATA_FOR_SESSION\"", "null"));
  }

  /** cache.md S23, for the body: a zone is needed, and an offset is honoured exactly. */
  @ParameterizedTest
  @CsvSource({
    "2025-11-12T10:00:00Z, 2025-11-12T10:00:00Z",
    "2025-11-12T10:00:00z, 2025-11-12T10:00:00Z",
    "2025-11-12T17:00:00+07:00, 2025-11-12T10:00:00Z"
  })
  void instantWithAZoneIsThatInstant(String written, Instant meant) {
    var entry = decode(replaceFirst(REPORT, "2025-11-12T10:00:00Z", written));

    assertThat(entry.validity().freshUntil()).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"2025-11-12T10:00:00\"",
        "\"2025-11-12\"",
        "\"tomorrow\"",
        "\"\"",
        "null",
        "1762941600",
        "\"1969-12-31T23:59:59Z\"",
        "\"+10000-01-01T00:00:00Z\"",
        "\"+1000000000-12-31T23:59:59.999999999Z\"",
        "\"2025-11-11T10:59:59Z\"",
        "\"2025-11-13T10:00:00Z\""
      })
  void freshUntilThatIsNoInstantOrOutOfOrderIsInvalid(String written) {
    assertInvalid(replaceFirst(REPORT, "\"2025-11-12T10:00:00Z\"", written));
  }

  @Test
  void sizesBeyondTheLimitsAreInvalid() {
    String title = "Example Holdings raises its dividend";
    assertThat(decode(replaceFirst(REPORT, title, "a".repeat(60_000)))).isNotNull();
    assertInvalid(replaceFirst(REPORT, title, "a".repeat(70_000)));
    assertInvalid(replaceFirst(REPORT, "14.03", "14." + "0".repeat(70)));
    assertInvalid(replaceFirst(REPORT, "\"open\":", "\"" + "o".repeat(70) + "\":"));
    assertInvalid("{\"schema\":1,\"key\":" + "[".repeat(10_000));
    assertInvalid("{\"schema\":1,\"key\":" + "{\"a\":".repeat(10_000));
    assertInvalid(replaceFirst(REPORT, "{", "{" + " ".repeat(1 << 20)));
  }

  @Test
  void faultNamesThePlaceAndNeverQuotesTheDocument() {
    String changed = replaceFirst(REPORT, "\"open\":47.5239694499781", "\"open\":\"secret\"");

    assertThatThrownBy(() -> decode(changed))
        .hasMessage(
            "commit record of %s bytes: MismatchedInputException at report.chart.bars[0].open"
                .formatted(changed.getBytes(StandardCharsets.UTF_8).length))
        .hasNoCause();
  }

  @Test
  void newsAreTheHeadlinesAlone() {
    var news = ((CacheEntry.Positive) decode(REPORT)).report().facts().news().subList(0, 1);

    assertThat(text(codec.news(news)))
        .isEqualTo(
            "[{\"title\":\"Example Holdings raises its dividend\",\"publisher\":\"Reuters\","
                + "\"publishedAt\":\"2025-11-10T15:00:00Z\",\"link\":\"https://news.example/a\","
                + "\"symbols\":[\"D05.SI\"]}]");
  }

  /** A bug of whoever made the report; it must not become a record that nobody can read. */
  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void figureThatIsNotFiniteIsNotWritten(double figure) {
    var entry = Examples.entry(Examples.NOW, "a1");
    var like = entry.report().chart();
    var series = new EnumMap<>(like.series());
    series.put(Indicator.MACD, Collections.nCopies(like.bars().size(), OptionalDouble.of(figure)));
    var report = entry.report();
    var broken =
        new CacheEntry.Positive(
            entry.key(),
            new Report(
                report.facts(),
                report.narrative(),
                report.readings(),
                new ChartData(like.bars(), series),
                report.method(),
                report.changes(),
                report.parts(),
                report.generatedAt(),
                report.usage()),
            entry.validity());

    assertThatThrownBy(() -> codec.encode(broken))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("entry DBS19/2025-11-11 cannot be written at report.chart.series.MACD[0]");
  }

  private CacheEntry decode(String record) {
    return codec.decode(record.getBytes(StandardCharsets.UTF_8));
  }

  private void assertInvalid(String record) {
    assertThatThrownBy(() -> decode(record))
        .isInstanceOfSatisfying(
            PortException.Cache.class,
            thrown -> assertThat(thrown.fault()).isEqualTo(Fault.INVALID));
  }

  private static String replaceFirst(String text, String before, String after) {
    int at = text.indexOf(before);
    assertThat(at).as(before).isNotNegative();
    return text.substring(0, at) + after + text.substring(at + before.length());
  }

  private static String replaceLast(String text, String before, String after) {
    int at = text.lastIndexOf(before);
    return text.substring(0, at) + after + text.substring(at + before.length());
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String golden(String name) {
    try (var in = Objects.requireNonNull(CommitRecordTest.class.getResourceAsStream(name), name)) {
      return text(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
