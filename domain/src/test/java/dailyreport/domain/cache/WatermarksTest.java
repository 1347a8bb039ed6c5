package dailyreport.domain.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.domain.cache.Watermarks.CutOff;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WatermarksTest {
  private static final Instant CUT = Instant.parse("2025-11-11T11:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2025, 11, 11);
  private static final ReportKey DBS = new ReportKey(new Ticker("DBS19"), DAY);
  private static final ReportKey DBS_BEFORE = new ReportKey(new Ticker("DBS19"), DAY.minusDays(1));
  private static final ReportKey UOB = new ReportKey(new Ticker("UOB19"), DAY);

  private static Watermarks cut(Scope scope, Strength strength) {
    return Watermarks.none().raised(scope, strength, CUT);
  }

  @Test
  void onlyEntriesStartedBeforeTheCutAreConcerned() {
    Watermarks all = cut(new Scope.All(), Strength.HARD);

    assertThat(all.hides(DBS, CUT.minusNanos(1))).isTrue();
    assertThat(all.hides(DBS, CUT)).isFalse();
  }

  @Test
  void eachScopeConcernsItsOwnEntries() {
    Instant before = CUT.minusSeconds(1);

    assertThat(cut(new Scope.OfTicker(new Ticker("DBS19")), Strength.HARD))
        .satisfies(marks -> {
          assertThat(marks.hides(DBS, before)).isTrue();
          assertThat(marks.hides(DBS_BEFORE, before)).isTrue();
          assertThat(marks.hides(UOB, before)).isFalse();
        });
    assertThat(cut(new Scope.OfSession(DAY), Strength.HARD))
        .satisfies(marks -> {
          assertThat(marks.hides(UOB, before)).isTrue();
          assertThat(marks.hides(DBS_BEFORE, before)).isFalse();
        });
    assertThat(cut(new Scope.OfKey(DBS), Strength.HARD))
        .satisfies(marks -> {
          assertThat(marks.hides(DBS, before)).isTrue();
          assertThat(marks.hides(UOB, before)).isFalse();
        });
  }

  @Test
  void aSoftCutMakesStaleAndAHardOneHides() {
    Instant before = CUT.minusSeconds(1);
    Watermarks soft = cut(new Scope.All(), Strength.SOFT);

    assertThat(soft.hides(DBS, before)).isFalse();
    assertThat(soft.stales(DBS, before)).isTrue();
    assertThat(cut(new Scope.All(), Strength.HARD).stales(DBS, before)).isFalse();
  }

  @Test
  void twoInvalidationsOfDifferentTickersBothSurvive() {
    Watermarks both =
        cut(new Scope.OfTicker(new Ticker("DBS19")), Strength.HARD)
            .raised(new Scope.OfTicker(new Ticker("UOB19")), Strength.HARD, CUT);

    assertThat(both.epoch()).isEqualTo(2);
    assertThat(both.hides(DBS, CUT.minusSeconds(1))).isTrue();
    assertThat(both.hides(UOB, CUT.minusSeconds(1))).isTrue();
  }

  @Test
  void aCutIsReplacedByALaterOneAndNeverMovedBack() {
    Watermarks later =
        cut(new Scope.All(), Strength.HARD)
            .raised(new Scope.All(), Strength.HARD, CUT.plusSeconds(5));
    Watermarks back = later.raised(new Scope.All(), Strength.HARD, CUT);

    assertThat(later.cutOffs())
        .containsExactly(new CutOff(new Scope.All(), Strength.HARD, CUT.plusSeconds(5)));
    assertThat(back.cutOffs()).isEqualTo(later.cutOffs());
    assertThat(back.epoch()).isEqualTo(3);
  }

  @Test
  void aSoftCutIsForgottenWhenNothingFromBeforeItIsUsable() {
    Watermarks soft = cut(new Scope.All(), Strength.SOFT);
    Duration longestUsable = Validity.LONGEST_FRESH.plus(Validity.GRACE);

    assertThat(soft.pruned(CUT.plus(longestUsable)).cutOffs()).hasSize(1);
    assertThat(soft.pruned(CUT.plus(longestUsable).plusNanos(1)).cutOffs()).isEmpty();
    assertThat(soft.pruned(CUT.plus(Duration.ofDays(99))).epoch()).isEqualTo(1);
  }

  @Test
  void aHardCutIsKeptAsLongAsALinkToAnOldPdfLives() {
    Watermarks hard = cut(new Scope.OfKey(DBS), Strength.HARD);

    assertThat(hard.pruned(CUT.plus(Duration.ofDays(31))).hides(DBS, CUT.minusSeconds(1))).isTrue();
    assertThat(hard.pruned(CUT.plus(Duration.ofDays(33))).cutOffs()).isEmpty();
  }
}
