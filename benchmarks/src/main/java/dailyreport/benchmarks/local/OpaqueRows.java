package dailyreport.benchmarks.local;

import dailyreport.application.port.LocalCopy;
import dailyreport.benchmarks.sample.OpaqueCodec;
import dailyreport.benchmarks.sample.SampleReport;
import dailyreport.benchmarks.sample.Turn;
import dailyreport.domain.report.ReportKey;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** A local tier of records that are noise, with a budget in which all of them stay. */
final class OpaqueRows implements AutoCloseable {
  private static final long SEED = 20251111;

  /** Beside a record: its row's other columns, its index entries, and what pages leave unused. */
  private static final long BESIDE = 8_192;

  private final LocalTierFile local;
  private final LocalCopy[] copies;
  private final ReportKey[] drawn;

  private OpaqueRows(int rows, int bytes) {
    long mostBytes = Math.max(64L << 20, rows * (bytes + BESIDE));
    local = LocalTierFile.empty(mostBytes, OpaqueCodec.of(bytes));
    copies =
        IntStream.range(0, rows)
            .mapToObj(n -> LocalTierFile.copy(OpaqueCodec.entry(SampleReport.key(n))))
            .toArray(LocalCopy[]::new);
    var keys =
        Arrays.asList(
            Arrays.stream(copies).map(copy -> copy.entry().key()).toArray(ReportKey[]::new));
    Collections.shuffle(keys, new Random(SEED));
    drawn = keys.toArray(ReportKey[]::new);
  }

  /** So many rows with records of so many bytes, each found again as it was stored. */
  static OpaqueRows filled(int rows, int bytes) {
    var filled = new OpaqueRows(rows, bytes);
    filled.local.fill(filled.copies);
    return filled;
  }

  /** What was stored. */
  LocalCopy[] copies() {
    return copies.clone();
  }

  /** Looks up a key: each in turn, in an order that is not that of the file. */
  Optional<LocalCopy> find(Turn turn) {
    return local.cache().find(drawn[turn.of(drawn.length)]);
  }

  @Override
  public void close() {
    local.close();
  }
}
