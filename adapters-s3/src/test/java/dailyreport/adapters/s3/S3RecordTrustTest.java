package dailyreport.adapters.s3;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import dailyreport.application.port.SharedCache.Commit;
import dailyreport.application.port.SharedCache.Lookup;
import dailyreport.application.port.Tags;
import dailyreport.contract.Examples;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.NegativeReason;
import dailyreport.domain.cache.Validity;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.ReportKey;
import dailyreport.fakes3.FakeS3;
import dailyreport.fakes3.StoredObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * S20, S21, S23, F48, TM17: what lies in the bucket is believed only when everything about it
 * agrees; otherwise one request is made and one fault named.
 */
class S3RecordTrustTest {
  private static final String RECORD = "cache/reports/DBS19/2025-11-11/report.json";

  @AutoClose private final FakeS3 s3 = FakeS3.start();
  @AutoClose private final Bench bench = Bench.on(s3);
  private final CacheEntry.Positive entry = Examples.entry(bench.clock.instant(), "0a");
  private final byte[] body = new TextCodec().encode(entry);
  private final Map<String, String> metadata =
      new HashMap<>(
          Map.of(
              "expires-at", "2025-11-12T11:00:00Z",
              "usable-until", "2025-11-12T17:00:00Z",
              "generation", "0a",
              "schema", "1"));

  @BeforeEach
  void recordIsBelievedAsLongAsNothingIsWrong() {
    plant(body);
    assertThat(find()).isInstanceOf(Lookup.Found.class);
    s3.forgetRequests();
  }

  @Test
  void s21GibberishIsInvalid() {
    plant("ไม่ใช่รายงาน <html>".getBytes(StandardCharsets.UTF_8));
    assertFault(Fault.INVALID);
  }

  @Test
  void s21EmptyRecordIsInvalid() {
    plant(new byte[0]);
    assertFault(Fault.INVALID);
  }

  @Test
  void s21RecordThatWasStoredInPartIsInvalid() {
    plant(Arrays.copyOf(body, 40));
    assertFault(Fault.INVALID);
  }

  @Test
  void s21RecordOfAnotherSchemaIsInvalid() {
    plant(
        new String(body, StandardCharsets.UTF_8)
            .replace("schema 1", "schema 99")
            .getBytes(StandardCharsets.UTF_8));
    assertFault(Fault.INVALID);
  }

  @Test
  void s21RecordOfAnotherKeyIsInvalid() {
    var other = new ReportKey(new Ticker("UOB19"), KEY.session());
    plant(
        new TextCodec()
            .encode(
                new CacheEntry.Negative(
                    other, NegativeReason.UNKNOWN_TICKER, Optional.empty(), entry.validity())));
    assertFault(Fault.INVALID);
  }

  @Test
  void s21DistrustedRecordIsOverwrittenByTheNextCommit() {
    plant(new byte[] {1, 2, 3});
    var cache = bench.tier.sharedCache();
    Tags tags = cache.tags(KEY, bench.soon());
    var bundle = Examples.bundle(bench.clock.instant(), "0b");
    assertThat(cache.commit(bundle, tags, bench.soon())).isInstanceOf(Commit.Committed.class);
    assertThat(find()).isInstanceOf(Lookup.Found.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"expires-at", "usable-until", "generation", "schema"})
  void s23MissingMetadataIsNotBelieved(String name) {
    metadata.remove(name);
    plant(body);
    assertFault(Fault.METADATA);
  }

  /** The naive one is what the predecessor wrote; 2099 is what an attacker would. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "2025-11-12T11:00:00",
        "2025-11-12 11:00:00",
        "2025-11-12T18:00:00+08:00",
        "2025-11-12T11:00:00+07:00",
        "2025-11-12T11:00:01Z",
        "2099-01-01T00:00:00Z",
        "1762945200"
      })
  void s23ExpiryThatIsNotTheRecordsIsNotBelieved(String expiresAt) {
    metadata.put("expires-at", expiresAt);
    plant(body);
    assertFault(Fault.METADATA);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-11-12T11:00:00z",
        "2025-11-12T18:00:00+07:00",
        "2025-11-12T05:30:00-05:30",
        "2025-11-12T11:00:00.000Z"
      })
  void s23SameInstantInAnotherSpellingIsBelieved(String expiresAt) {
    metadata.put("expires-at", expiresAt);
    plant(body);
    assertThat(find()).isInstanceOf(Lookup.Found.class);
  }

  @Test
  void s23OtherGenerationOrSchemaInTheMetadataIsNotBelieved() {
    for (var wrong : Map.of("generation", "0b", "schema", "99").entrySet()) {
      var right = metadata.put(wrong.getKey(), wrong.getValue());
      plant(body);
      assertFault(Fault.METADATA);
      metadata.put(wrong.getKey(), right);
    }
  }

  @Test
  void f48LifeUntil2099IsNotBelievedEvenWhenRecordAndMetadataAgree() {
    Instant end = Instant.parse("2099-01-01T00:00:00Z");
    var validity = new Validity(bench.clock.instant(), end, end, "0a");
    metadata.put("expires-at", end.toString());
    metadata.put("usable-until", end.toString());
    plant(new TextCodec().encode(new CacheEntry.Positive(KEY, entry.report(), validity)));
    assertFault(Fault.METADATA);
  }

  @Test
  void s24EntryStampedTenMinutesAheadIsAClockFault() {
    bench.clock.advance(Duration.ofMinutes(-10));
    assertFault(Fault.CLOCK);
  }

  @Test
  void s20BundleWhoseRecordWasNeverWrittenIsNotSeen() {
    s3.uproot(RECORD);
    var bundle = Examples.bundle(bench.clock.instant(), "0b");
    s3.disrupt("PUT .*report.json", new dailyreport.fakes3.Disruption.Status(400));
    catchThrowableOfType(
        PortException.Cache.class,
        () -> bench.tier.sharedCache().commit(bundle, Tags.none(), bench.soon()));
    assertThat(s3.keys()).hasSize(3);
    assertThat(find()).isEqualTo(new Lookup.None());
  }

  @Test
  void tm17PartThatWasExchangedIsAbsent() {
    for (Part part : Examples.parts("0a")) {
      String key = S3Keys.part(KEY, part.ref().name());
      s3.plant(key, new StoredObject("%%%".getBytes(StandardCharsets.UTF_8), "x/y", Map.of()));
      assertThat(bench.tier.sharedCache().part(KEY, part.ref(), bench.soon())).isEmpty();
    }
  }

  private void plant(byte[] record) {
    s3.plant(RECORD, new StoredObject(record, "application/json", metadata));
  }

  private Lookup find() {
    return bench.tier.sharedCache().find(KEY, bench.soon());
  }

  private void assertFault(Fault fault) {
    s3.forgetRequests();
    assertThat(catchThrowableOfType(PortException.Cache.class, this::find).fault())
        .isEqualTo(fault);
    assertThat(s3.requests()).containsExactly("GET " + RECORD);
  }
}
