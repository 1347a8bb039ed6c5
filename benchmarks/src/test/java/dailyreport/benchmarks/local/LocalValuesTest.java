package dailyreport.benchmarks.local;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.benchmarks.sample.SampleReport;
import dailyreport.benchmarks.sample.Turn;
import org.junit.jupiter.api.Test;

/** What the measured calls answer is what they are said to be about. */
class LocalValuesTest {

  @Test
  void hitsAnswerEveryStoredEntryInTurn() {
    var hit = new L1Hit();
    hit.bars = SampleReport.NEWLY_LISTED;
    hit.fill();
    var stored = LocalTierFile.copies(SampleReport.of(SampleReport.NEWLY_LISTED));
    var sqlite = new Turn();
    var hashMap = new Turn();
    for (var copy : stored) {
      assertThat(hit.sqlite(sqlite)).contains(copy);
      assertThat(hit.hashMap(hashMap)).contains(copy);
    }
    hit.delete();
  }

  @Test
  void missesAnswerNothing() {
    var miss = new L1Miss();
    miss.fill();
    var turn = new Turn();
    for (int i = 0; i < LocalTierFile.ENTRIES; i++) {
      assertThat(miss.amongOthers(turn)).isEmpty();
      assertThat(miss.withoutFile(turn)).isEmpty();
    }
    miss.delete();
  }

  @Test
  void putsAreKept() {
    var put = new L1Put();
    put.fill();
    var stored = LocalTierFile.copies(SampleReport.of(SampleReport.SEASONED));
    var turn = new Turn();
    for (var copy : stored) {
      assertThat(put.replace(turn)).isEqualTo(copy);
    }
    put.checkAndDelete();
  }
}
