package dailyreport.adapters.s3;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dailyreport.application.port.SharedCache.Commit;
import dailyreport.application.port.Tags;
import dailyreport.contract.Examples;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.ReportKey;
import dailyreport.fakes3.FakeS3;
import dailyreport.fakes3.StoredObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys, bodies and metadata as cache.md, section 5, has them; TM09. */
class S3LayoutTest {
  @AutoClose private final FakeS3 s3 = FakeS3.start();
  @AutoClose private final Bench bench = Bench.on(s3);

  @Test
  void bundleIsFourObjects() {
    commit();
    assertThat(s3.keys())
        .containsExactly(
            "cache/reports/DBS19/2025-11-11/chart.b64",
            "cache/reports/DBS19/2025-11-11/news.json",
            "cache/reports/DBS19/2025-11-11/report.json",
            "reports/DBS19/2025-11-11.pdf");
    assertThat(s3.keys().stream().map(key -> object(key).contentType()))
        .containsExactly("text/plain", "application/json", "application/json", "application/pdf");
  }

  @Test
  void recordIsTheCodecsBytesWithFourValuesOfMetadata() {
    commit();
    var record = object("cache/reports/DBS19/2025-11-11/report.json");
    assertThat(record.bytes())
        .isEqualTo(new TextCodec().encode(Examples.entry(bench.clock.instant(), "0a")));
    assertThat(record.metadata())
        .isEqualTo(
            Map.of(
                "expires-at", "2025-11-12T11:00:00Z",
                "usable-until", "2025-11-12T17:00:00Z",
                "generation", "0a",
                "schema", "1"));
  }

  @Test
  void chartIsBase64OfThePngAndTheOthersAreAsTheyAre() {
    commit();
    var parts = Examples.parts("0a");
    assertThat(Base64.getDecoder().decode(object(part(PartName.CHART)).bytes()))
        .isEqualTo(parts.get(0).bytes());
    assertThat(object(part(PartName.NEWS)).bytes()).isEqualTo(parts.get(1).bytes());
    assertThat(object(part(PartName.PDF)).bytes()).isEqualTo(parts.get(2).bytes());
  }

  @Test
  void tm09EveryKeyOfAReportIsOfOneShape() {
    assertThat(
            List.of(
                S3Keys.record(KEY),
                S3Keys.part(KEY, PartName.CHART),
                S3Keys.part(KEY, PartName.NEWS)))
        .allMatch(key ->
            key.matches("^cache/reports/[A-Z0-9]{1,16}/\\d{4}-\\d{2}-\\d{2}/[a-z]+\\.[a-z0-9]+$"));
  }

  @Test
  void tm09SessionOutsideFourDigitYearsMakesNoKey() {
    for (int year : new int[] {-1, 0, 10_000}) {
      var key = new ReportKey(new Ticker("DBS19"), LocalDate.of(year, 1, 1));
      assertThatIllegalArgumentException().isThrownBy(() -> S3Keys.record(key));
    }
  }

  @Test
  void objectsThatAreNotOursAreNeverDeleted() {
    commit();
    for (String foreign :
        List.of(
            "cache/reports/README",
            "cache/reports/dbs19/2025-11-11/x.json",
            "cache/reports/DBS19/2025-11-11/a/b.json")) {
      s3.plant(foreign, new StoredObject(new byte[] {1}, "x/y", Map.of()));
    }
    bench.tier.sharedCache().delete(new Scope.All(), bench.soon());
    assertThat(s3.keys()).hasSize(4).contains("reports/DBS19/2025-11-11.pdf");
  }

  @Test
  void reportsAreReadBackFromTheirKeys() {
    assertThat(S3Keys.reportOf(S3Keys.record(KEY))).contains(KEY);
    assertThat(S3Keys.reportOf(S3Keys.part(KEY, PartName.PDF))).isEqualTo(Optional.empty());
  }

  @Test
  void watermarksAreOneReadableObject() {
    bench.tier.invalidationLog().raise(new Scope.OfKey(KEY), Strength.SOFT, bench.soon());
    assertThat(object("cache/control/invalidations.json").text())
        .isEqualTo(
            "{\"epoch\":1,\"cutOffs\":[{\"scope\":\"key:DBS19/2025-11-11\","
                + "\"strength\":\"SOFT\",\"at\":\"2025-11-11T11:00:00Z\"}]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://s3.example.com",
        "http://127.0.0.1.example.com:9000",
        "ftp://127.0.0.1",
        "http:///x"
      })
  void plainHttpIsForLoopbackOnly(String endpoint) {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            S3Tier.openAt(
                URI.create(endpoint), "us-east-1", "b", new TextCodec(), bench.clock, bench.events))
        .withMessageContaining("loopback");
  }

  @Test
  void thaiLocaleChangesNoKeyAndNoAddress() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("th-TH-u-nu-thai"));
    try {
      commit();
      bench.tier.invalidationLog().raise(new Scope.All(), Strength.HARD, bench.soon());
      bench.tier.generationLease().tryAcquire(KEY, Duration.ofSeconds(9), bench.soon());
      var link =
          bench
              .tier
              .partLinks()
              .temporary(KEY, PartName.PDF, Duration.ofSeconds(9), bench.soon())
              .orElseThrow();
      assertThat(link.toString()).isASCII();
      assertThat(s3.keys())
          .hasSize(6)
          .allSatisfy(key -> {
            assertThat(key).isASCII();
            assertThat(new String(object(key).bytes(), StandardCharsets.UTF_8)).isASCII();
          });
    } finally {
      Locale.setDefault(before);
    }
  }

  private void commit() {
    var bundle = Examples.bundle(bench.clock.instant(), "0a");
    assertThat(bench.tier.sharedCache().commit(bundle, Tags.none(), bench.soon()))
        .isInstanceOf(Commit.Committed.class);
  }

  private static String part(PartName name) {
    return S3Keys.part(KEY, name);
  }

  private StoredObject object(String key) {
    return s3.object(key).orElseThrow();
  }
}
