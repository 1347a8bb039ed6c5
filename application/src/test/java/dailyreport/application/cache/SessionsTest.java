package dailyreport.application.cache;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.contract.CacheWorld;
import dailyreport.contract.Examples;
import dailyreport.contract.InMemoryCacheWorld;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.report.ReportKey;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionsTest {
  private static final LocalDate FRIDAY = LocalDate.of(2025, 11, 7);
  private static final LocalDate SATURDAY = LocalDate.of(2025, 11, 8);
  private static final LocalDate MONDAY = LocalDate.of(2025, 11, 10);

  private final CacheWorld world = new InMemoryCacheWorld();
  private final Sessions sessions = world.sessions;

  @Test
  void beforeMondayComesFriday() {
    assertThat(sessions.before(on(MONDAY))).isEqualTo(on(FRIDAY));
  }

  @Test
  void aSessionCanBeAskedForUpToTheNewestOne() {
    assertThat(sessions.newest(KEY.ticker(), Examples.NOW)).isEqualTo(KEY);
    assertThat(sessions.askable(KEY, Examples.NOW)).isTrue();
    assertThat(sessions.askable(on(FRIDAY), Examples.NOW)).isTrue();
    assertThat(sessions.askable(on(KEY.session().plusDays(1)), Examples.NOW)).isFalse();
  }

  @Test
  void aDayWithoutTradingCannotBeAskedFor() {
    assertThat(sessions.askable(on(SATURDAY), Examples.NOW)).isFalse();
  }

  @Test
  void aPinnedSessionIsTheNewestWhateverTheClockSays() {
    Sessions pinned = sessions.pinnedAt(FRIDAY);

    assertThat(sessions.pinned()).isFalse();
    assertThat(pinned.pinned()).isTrue();
    assertThat(pinned.newest(KEY.ticker(), Examples.NOW)).isEqualTo(on(FRIDAY));
    assertThat(pinned.askable(on(MONDAY), Examples.NOW)).isFalse();
  }

  @Test
  void eachReceiptHasThePinOfItsOwnFile() {
    Sessions pinned = sessions.pinnedAt(Map.of(KEY.ticker(), FRIDAY));
    var other = new Ticker("UOB19");

    assertThat(pinned.pinned()).isTrue();
    assertThat(pinned.newest(KEY.ticker(), Examples.NOW)).isEqualTo(on(FRIDAY));
    assertThat(pinned.newest(other, Examples.NOW)).isEqualTo(sessions.newest(other, Examples.NOW));
  }

  private static ReportKey on(LocalDate day) {
    return new ReportKey(KEY.ticker(), day);
  }
}
