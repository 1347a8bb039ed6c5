package dailyreport.adapters.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dailyreport.application.port.Fault;
import dailyreport.application.port.InvalidationLog;
import dailyreport.application.port.PortException;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.cache.Watermarks;
import dailyreport.domain.market.Ticker;
import dailyreport.fakes3.Disruption;
import dailyreport.fakes3.FakeS3;
import dailyreport.fakes3.StoredObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S27 and the faults of the control object: an unread cut-off must never pass for none. */
class S3InvalidationLogFaultsTest {
  private static final String CONTROL = "cache/control/invalidations.json";

  @AutoClose private final FakeS3 s3 = FakeS3.start();
  @AutoClose private final Bench bench = Bench.on(s3);
  private final InvalidationLog log = bench.tier.invalidationLog();

  @Test
  void absentObjectMeansThatNothingWasInvalidated() {
    assertThat(log.current(bench.soon())).isEqualTo(Watermarks.none());
  }

  @Test
  void objectThatTerraformCreatesMeansThatNothingWasInvalidated() {
    plant("{ \"epoch\": 0,\n  \"cutOffs\": [] }\n");
    assertThat(log.current(bench.soon())).isEqualTo(Watermarks.none());
    assertThat(log.raise(new Scope.All(), Strength.HARD, bench.soon()).epoch()).isEqualTo(1);
  }

  @Test
  void refusedObjectIsNotAnEmptyOne() {
    s3.disruptAll("GET .*", new Disruption.Status(403));
    assertThat(fault()).isEqualTo(Fault.PERMISSION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"epoch\":1,\"cutOffs\":[{}]}",
        "{\"epoch\":1,\"cutOffs\":[{\"scope\":\"all\",\"strength\":\"HARD\",\"at\":\"soon\"}]}",
        "{\"epoch\":1,\"cutOffs\":[{\"scope\":\"moon\",\"strength\":\"HARD\","
            + "\"at\":\"2025-11-11T11:00:00Z\"}]}",
        "{\"epoch\":1,\"cutOffs\":[{\"scope\":\"ticker:../x\",\"strength\":\"HARD\","
            + "\"at\":\"2025-11-11T11:00:00Z\"}]}",
        "{\"epoch\":1,\"cutOffs\":[{\"scope\":\"key:DBS19\",\"strength\":\"HARD\","
            + "\"at\":\"2025-11-11T11:00:00Z\"}]}",
        "{\"epoch\":1,\"cutOffs\":[{\"scope\":\"all\",\"strength\":\"HARD\","
            + "\"at\":\"2025-11-11T11:00:00Z\"},]}"
      })
  void bodyOfAnotherShapeIsInvalidAndNotEmpty(String body) {
    plant(body);
    assertThat(fault()).isEqualTo(Fault.INVALID);
  }

  @Test
  void s27RaiseThatMeetsAnotherWriterKeepsBothCutOffs() {
    var first = new Scope.OfTicker(new Ticker("UOB19"));
    var second = new Scope.OfTicker(new Ticker("DBS19"));
    s3.beforeEach(request -> {
      if (request.startsWith("PUT")) {
        s3.beforeEach(later -> {});
        try (Bench other = Bench.on(s3)) {
          other.tier.invalidationLog().raise(first, Strength.HARD, other.soon());
        }
      }
    });
    log.raise(second, Strength.HARD, bench.soon());
    assertThat(log.current(bench.soon()).cutOffs())
        .extracting(Watermarks.CutOff::scope)
        .containsExactlyInAnyOrder(first, second);
    assertThat(s3.count("PUT")).isEqualTo(3);
  }

  @Test
  void raiseWhoseAnswerWasLostIsNotRaisedTwice() {
    s3.disrupt("PUT .*", new Disruption.DropAfterStore());
    assertThat(log.raise(new Scope.All(), Strength.SOFT, bench.soon()).epoch()).isEqualTo(1);
    assertThat(log.current(bench.soon()).epoch()).isEqualTo(1);
  }

  /** A pattern that descends with every cut-off would end in an overflow of the stack. */
  @Test
  void manyCutOffsAreReadAsWellAsFew() {
    String one = "{\"scope\":\"ticker:T%d\",\"strength\":\"HARD\",\"at\":\"2025-11-11T11:00:00Z\"}";
    plant(
        IntStream.range(0, 50_000)
            .mapToObj(one::formatted)
            .collect(Collectors.joining(",", "{\"epoch\":50000,\"cutOffs\":[", "]}")));
    assertThat(log.current(bench.soon()).cutOffs()).hasSize(50_000);
  }

  private void plant(String body) {
    s3.plant(
        CONTROL,
        new StoredObject(body.getBytes(StandardCharsets.UTF_8), "application/json", Map.of()));
  }

  private Fault fault() {
    return catchThrowableOfType(PortException.Cache.class, () -> log.current(bench.soon())).fault();
  }
}
