package dailyreport.contract.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dailyreport.application.Resolved;
import dailyreport.application.TickerDirectory;
import dailyreport.contract.CacheWorld;
import dailyreport.domain.market.Ticker;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No key without a listed ticker: S38. */
public interface KeyScenarios extends Scenario {

  @ParameterizedTest
  @ValueSource(
      strings = {"../x", "A/B", "DBS19/../UOB19", "..", "", "ดีบีเอส๑๙", "A2345678901234567"})
  default void s38WhatIsNoTickerIsRejectedBeforeAKeyIsBuilt(String text) {
    rejected(text);
    rejected(text.repeat(300));
  }

  private void rejected(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Ticker(text));
    var directory = TickerDirectory.of(CacheWorld.INSTRUMENTS);
    assertThat(directory.resolve(text)).isNotInstanceOf(Resolved.Exact.class);
    assertThat(world().requests()).isZero();
  }
}
