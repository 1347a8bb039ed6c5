package dailyreport.benchmarks.local;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.benchmarks.sample.OpaqueCodec;
import dailyreport.benchmarks.sample.SampleReport;
import dailyreport.benchmarks.sample.Turn;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
    var raw = new Turn();
    for (var copy : stored) {
      assertThat(hit.sqlite(sqlite)).contains(copy);
      assertThat(hit.raw(raw)).isEqualTo(LocalTierFile.record(copy));
    }
    hit.delete();
  }

  @Test
  void hitsElsewhereAnswerEveryStoredEntryInTurn() throws IOException {
    var elsewhere = new L1HitElsewhere();
    elsewhere.fill();
    var stored = LocalTierFile.copies(SampleReport.of(SampleReport.SEASONED));
    var turns = Stream.generate(Turn::new).limit(4).toList();
    for (var copy : stored) {
      assertThat(elsewhere.hashMap(turns.get(0))).contains(copy);
      assertThat(elsewhere.plainFile(turns.get(1))).isEqualTo(copy.entry());
      assertThat(elsewhere.connectionPerLookUp(turns.get(2)))
          .isEqualTo(elsewhere.memory(turns.get(3)))
          .isEqualTo(LocalTierFile.record(copy));
    }
    elsewhere.delete();
  }

  @Test
  void rowsOfNoiseAreFoundOnceEachInAnotherOrder() {
    try (var rows = OpaqueRows.filled(300, 1_000)) {
      var turn = new Turn();
      var found = Stream.generate(() -> rows.find(turn).orElseThrow()).limit(300).toList();
      assertThat(found)
          .containsExactlyInAnyOrder(rows.copies())
          .isNotEqualTo(List.of(rows.copies()));
    }
  }

  @Test
  void growthIsThatOfItsParameter() {
    var byRows = new L1HitByRows();
    byRows.fill();
    var byBytes = new L1HitByBytes();
    byBytes.kilobytes = 30;
    byBytes.fill();
    var turn = new Turn();
    var seen = Stream.generate(() -> byRows.sqlite(turn)).limit(200).distinct().toList();
    assertThat(seen).hasSize(100).allMatch(Optional::isPresent);
    assertThat(byBytes.sqlite(new Turn())).isPresent();
    var entry = byBytes.sqlite(new Turn()).orElseThrow().entry();
    assertThat(OpaqueCodec.of(byBytes.kilobytes * 1_000).encode(entry)).hasSize(30_000);
    byRows.delete();
    byBytes.delete();
  }

  @Test
  void theFirstUseAnswersTheStoredEntry() {
    var open = new L1ColdOpen();
    var stored = LocalTierFile.copies(SampleReport.of(SampleReport.SEASONED))[0];
    open.prepare();
    assertThat(open.existingFile()).contains(stored);
    open.check();
    open.prepare();
    assertThat(open.newFile()).isEqualTo(stored);
    open.check();
    open.delete();
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
