package dailyreport.benchmarks.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Folders that a benchmark makes and takes away again. */
final class ScratchFolder {
  private ScratchFolder() {}

  /** An empty folder below the temporary directory. */
  static Path make() {
    try {
      return Files.createTempDirectory("dailyreport-benchmark");
    } catch (IOException e) {
      throw new UncheckedIOException("making a folder below the temporary directory", e);
    }
  }

  /** Deletes a folder with all that is in it. */
  static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("deleting " + folder, e);
    }
  }
}
