package dailyreport.adapters.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import dailyreport.application.port.SpendLedger;
import dailyreport.fakes3.Disruption;
import dailyreport.fakes3.FakeS3;
import dailyreport.fakes3.StoredObject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The object of a day's model cost, and what happens to it when the wire does not behave. */
class S3SpendFaultsTest {
  private static final LocalDate DAY = LocalDate.of(2025, 11, 11);
  private static final String OBJECT = "cache/control/budget-2025-11-11.json";

  @AutoClose private final FakeS3 s3 = FakeS3.start();
  @AutoClose private final Bench bench = Bench.on(s3);
  private final SpendLedger ledger = bench.tier.spendLedger();

  @Test
  void theObjectHoldsAnAmountAndRandomNamesOnly() {
    add("0.03492");
    add("1");
    assertThat(s3.keys()).containsExactly(OBJECT);
    assertThat(s3.object(OBJECT).orElseThrow().text())
        .matches("\\{\"usd\":1\\.03492,\"entries\":\\[\"[0-9a-f-]{36}\",\"[0-9a-f-]{36}\"]}");
  }

  @Test
  void theObjectDoesNotGrowWithoutEnd() {
    for (int i = 0; i < 30; i++) {
      add("0.1");
    }
    assertThat(s3.object(OBJECT).orElseThrow().bytes().length).isLessThan(700);
  }

  @Test
  void aModelCallCostsALookAndABooking() {
    ledger.spent(DAY, bench.soon());
    add("0.01");
    ledger.spent(DAY, bench.soon());
    add("0.01");
    assertThat(s3.requests())
        .containsExactly("GET " + OBJECT, "PUT " + OBJECT, "GET " + OBJECT, "PUT " + OBJECT);
  }

  @Test
  void aBookingOfSomebodyElseMeanwhileIsAddedTo() {
    ledger.spent(DAY, bench.soon());
    try (Bench other = Bench.on(s3)) {
      other.tier.spendLedger().add(DAY, BigDecimal.ONE, other.soon());
    }
    s3.forgetRequests();
    assertThat(add("0.5")).isEqualByComparingTo("1.5");
    assertThat(s3.requests()).containsExactly("PUT " + OBJECT, "GET " + OBJECT, "PUT " + OBJECT);
  }

  @Test
  void aBookingWhoseAnswerWasLostIsBookedOnce() {
    add("1");
    s3.disrupt("PUT .*", new Disruption.DropAfterStore());
    assertThat(add("0.5")).isEqualByComparingTo("1.5");
    assertThat(ledger.spent(DAY, bench.soon())).isEqualByComparingTo("1.5");
  }

  /** The echo of one's own first attempt is gone: only the names tell that it was there. */
  @Test
  void aBookingWhoseAnswerWasLostIsKnownAgainBeneathTheOneOfSomebodyElse() {
    add("1");
    s3.disrupt("PUT .*", new Disruption.DropAfterStore());
    var first = new AtomicBoolean(true);
    s3.beforeEach(request -> {
      if (request.startsWith("GET") && first.getAndSet(false)) {
        try (Bench other = Bench.on(s3)) {
          other.tier.spendLedger().add(DAY, BigDecimal.TEN, other.soon());
        }
      }
    });
    assertThat(add("0.5")).isEqualByComparingTo("11.5");
    assertThat(ledger.spent(DAY, bench.soon())).isEqualByComparingTo("11.5");
  }

  @Test
  void aConflictIsTriedOnceMoreAndBookedOnce() {
    s3.disrupt("PUT .*", new Disruption.Status(409));
    assertThat(add("0.5")).isEqualByComparingTo("0.5");
    assertThat(s3.count("PUT")).isEqualTo(2);
  }

  @Test
  void conflictsThatWillNotEndAreBusy() {
    s3.disruptAll("PUT .*", new Disruption.Status(409));
    assertThat(fault()).isEqualTo(Fault.BUSY);
  }

  @ParameterizedTest
  @CsvSource({"403, PERMISSION", "500, ERROR"})
  void aBrokenStoreIsAFaultAndNotAZero(int status, Fault expected) {
    s3.disruptAll(".*", new Disruption.Status(status));
    assertThat(fault()).isEqualTo(expected);
    assertThatThrownBy(() -> ledger.spent(DAY, bench.soon()))
        .isInstanceOf(PortException.Cache.class);
  }

  @Test
  void aHangingStoreEndsAtTheDeadline() {
    s3.disruptAll(".*", new Disruption.Hang());
    assertThatThrownBy(() -> ledger.spent(DAY, bench.in(Duration.ofMillis(100))))
        .isInstanceOfSatisfying(
            PortException.Cache.class, e -> assertThat(e.fault()).isEqualTo(Fault.TIMEOUT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"usd\":-5,\"entries\":[]}",
        "{\"usd\":1e9,\"entries\":[]}",
        "{\"usd\":NaN,\"entries\":[]}",
        "{\"usd\":1,\"entries\":[]} "
      })
  void aBodyThatIsNoSumIsAFaultAndNotAZero(String body) {
    s3.plant(
        OBJECT, new StoredObject(body.getBytes(StandardCharsets.UTF_8), "text/plain", Map.of()));
    assertThat(fault()).isEqualTo(Fault.INVALID);
    assertThat(s3.object(OBJECT).orElseThrow().text()).isEqualTo(body);
  }

  private BigDecimal add(String usd) {
    return ledger.add(DAY, new BigDecimal(usd), bench.soon());
  }

  private Fault fault() {
    return catchThrowableOfType(PortException.Cache.class, () -> add("0.5")).fault();
  }
}
