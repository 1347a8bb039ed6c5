package dailyreport.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import dailyreport.application.port.SpendLedger;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What a {@link SpendLedger} promises. */
public interface SpendLedgerContract {
  LocalDate DAY = LocalDate.of(2025, 11, 11);

  /** An empty ledger; the same within a test. */
  SpendLedger ledger();

  /** The clock that it reads. */
  TestClock clock();

  @Test
  default void nothingBookedIsZero() {
    assertThat(spent(DAY)).isEqualByComparingTo("0");
  }

  @Test
  default void amountsAddUpToTheLastDecimal() {
    assertThat(add("0.03492")).isEqualByComparingTo("0.03492");
    assertThat(add("0.000001")).isEqualByComparingTo("0.034921");
    assertThat(add("12")).isEqualByComparingTo("12.034921");
    assertThat(spent(DAY)).isEqualByComparingTo("12.034921");
  }

  @Test
  default void moreAmountsThanAnyoneRemembersAddUpToo() {
    for (int i = 0; i < 40; i++) {
      add("0.05");
    }
    assertThat(spent(DAY)).isEqualByComparingTo("2");
  }

  @Test
  default void everyDayHasItsOwnSum() {
    add("1.5");
    assertThat(spent(DAY.plusDays(1))).isEqualByComparingTo("0");
    ledger().add(DAY.plusDays(1), new BigDecimal("0.25"), soon());
    assertThat(spent(DAY)).isEqualByComparingTo("1.5");
    assertThat(spent(DAY.plusDays(1))).isEqualByComparingTo("0.25");
  }

  @Test
  default void ofManyWhoBookAtOnceNobodyIsForgotten() {
    Together.run(6, _ -> add("0.01"));
    assertThat(spent(DAY)).isEqualByComparingTo("0.06");
  }

  @Test
  default void onlyMoreThanZeroIsBooked() {
    for (String amount : new String[] {"0", "-0.01"}) {
      assertThatThrownBy(() -> add(amount)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(spent(DAY)).isEqualByComparingTo("0");
  }

  @Test
  default void withoutTimeNothingIsBooked() {
    var gone = new Deadline(clock().instant());
    assertThatThrownBy(() -> ledger().add(DAY, BigDecimal.ONE, gone))
        .isInstanceOfSatisfying(
            PortException.Cache.class, e -> assertThat(e.fault()).isEqualTo(Fault.TIMEOUT));
    assertThatThrownBy(() -> ledger().spent(DAY, gone)).isInstanceOf(PortException.Cache.class);
    assertThat(spent(DAY)).isEqualByComparingTo("0");
  }

  private BigDecimal spent(LocalDate day) {
    return ledger().spent(day, soon());
  }

  private BigDecimal add(String usd) {
    return ledger().add(DAY, new BigDecimal(usd), soon());
  }

  private Deadline soon() {
    return Deadline.in(Duration.ofSeconds(30), clock().instant());
  }
}
