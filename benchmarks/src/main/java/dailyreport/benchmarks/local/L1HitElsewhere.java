package dailyreport.benchmarks.local;

import dailyreport.adapters.json.JacksonReportCodec;
import dailyreport.application.port.LocalCopy;
import dailyreport.application.port.ReportCodec;
import dailyreport.benchmarks.sample.LatencyBenchmark;
import dailyreport.benchmarks.sample.SampleReport;
import dailyreport.benchmarks.sample.Turn;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.report.ReportKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What would the same hit cost in a simpler store?
 *
 * <p>Real records, {@value LocalTierFile#ENTRIES} of them. A map keeps objects and outlives no
 * process; a file for each key is read and decoded, and has no digest, no budget and no order; a
 * connection for each look-up and SQLite without a file answer the record alone. To be held against
 * {@code L1Hit}: {@code plainFile} against {@code sqlite}, the last two against {@code raw}.
 *
 * <pre>{@code ./bot bench L1HitElsewhere}</pre>
 */
public class L1HitElsewhere extends LatencyBenchmark {
  private final ReportCodec codec = JacksonReportCodec.open();
  private final LocalTierFile local = LocalTierFile.empty();
  private final Path folder = ScratchFolder.make();
  private final Map<ReportKey, LocalCopy> map = new HashMap<>();
  private final RawRows memory = RawRows.inMemory();
  private RawRows file = RawRows.none();
  private ReportKey[] keys = {};

  /** Fills every store with the same copies. */
  @Setup
  public void fill() throws IOException {
    LocalCopy[] copies = LocalTierFile.copies(SampleReport.of(SampleReport.SEASONED));
    keys = Arrays.stream(copies).map(copy -> copy.entry().key()).toArray(ReportKey[]::new);
    for (LocalCopy copy : copies) {
      map.put(copy.entry().key(), copy);
      Files.write(file(copy.entry().key()), LocalTierFile.record(copy));
    }
    local.fill(copies);
    memory.insert(copies);
    file = RawRows.in(local.folder());
    file.requireKept(copies);
    memory.requireKept(copies);
  }

  /** Deletes the files. */
  @TearDown
  public void delete() {
    file.close();
    memory.close();
    local.close();
    ScratchFolder.delete(folder);
  }

  /** A hit in a map. */
  @Benchmark
  public Optional<LocalCopy> hashMap(Turn turn) {
    return Optional.ofNullable(map.get(keys[turn.of(keys.length)]));
  }

  /** A file of the key's own, read and decoded. */
  @Benchmark
  public CacheEntry plainFile(Turn turn) {
    try {
      return codec.decode(Files.readAllBytes(file(keys[turn.of(keys.length)])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The record alone, over a connection of its own. */
  @Benchmark
  public byte[] connectionPerLookUp(Turn turn) {
    return file.recordOverNewConnection(keys[turn.of(keys.length)]);
  }

  /** The record alone, out of SQLite without a file. */
  @Benchmark
  public byte[] memory(Turn turn) {
    return memory.record(keys[turn.of(keys.length)]);
  }

  private Path file(ReportKey key) {
    return folder.resolve(key.ticker() + "-" + key.session() + ".json");
  }
}
