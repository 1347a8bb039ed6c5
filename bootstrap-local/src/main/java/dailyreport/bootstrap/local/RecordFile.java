package dailyreport.bootstrap.local;

import dailyreport.application.port.PortException;
import dailyreport.application.port.ReportCodec;
import dailyreport.bootstrap.local.folder.OutputFolder;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.report.Report;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A commit record in a file: what {@code --out} writes as report.json. */
final class RecordFile {
  /** As much as the codec reads; a true record has 15 to 100 KB. */
  private static final int MOST_BYTES = 1 << 20;

  private RecordFile() {}

  /**
   * The report in the file.
   *
   * @throws IllegalArgumentException when the file cannot be read, or is no record of a report
   */
  static Report read(Path file, ReportCodec codec) {
    CacheEntry entry;
    try {
      entry = codec.decode(bytes(file));
    } catch (PortException.Cache e) {
      throw new IllegalArgumentException(file + " is no record of a report: " + e.getMessage(), e);
    }
    return switch (entry) {
      case CacheEntry.Positive positive -> positive.report();
      case CacheEntry.Negative negative ->
          throw new IllegalArgumentException(
              file + " records that there is no report: " + negative.reason());
    };
  }

  private static byte[] bytes(Path file) {
    if (Files.isDirectory(file)) {
      throw new IllegalArgumentException(file + " is a folder; name the report.json in it");
    }
    // Neither a pipe nor a device, which might never end.
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("there is no file " + file);
    }
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new IllegalArgumentException(
            file + " is no record of a report: more than " + MOST_BYTES + " bytes");
      }
      return bytes;
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + OutputFolder.reason(e), e);
    }
  }
}
