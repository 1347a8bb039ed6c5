package dailyreport.application.cache;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.contract.Examples;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.cache.NegativeReason;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CacheAnswerTest {

  @Test
  void aReportIsAboutItsOwnSessionOnly() {
    var entry = Examples.entry(Examples.NOW, "0");
    var served =
        new CacheAnswer.Served(
            entry, entry.report(), CacheAnswer.Source.LOCAL, Freshness.STALE, Duration.ZERO);

    assertThat(served.about(KEY)).isTrue();
    assertThat(served.about(new ReportKey(KEY.ticker(), KEY.session().plusDays(1)))).isFalse();
  }

  @Test
  void anAbsenceSaysWhatThereIsToSayAndAStopgapDoesNot() {
    assertThat(new CacheAnswer.Absent(NegativeReason.UNKNOWN_TICKER, Optional.empty()).about(KEY))
        .isTrue();
    assertThat(new CacheAnswer.Pending().about(KEY)).isFalse();
    assertThat(new CacheAnswer.Failed("a fault").about(KEY)).isFalse();
    assertThat(new CacheAnswer.Denied("requester").about(KEY)).isFalse();
  }

  @Test
  void sourcesAreNamedAsInEvents() {
    assertThat(CacheAnswer.Source.GENERATED.label()).isEqualTo("generated");
  }
}
