package dailyreport.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** How large the parts are, in MB of 1,000,000 bytes, and whether Lambda takes the whole. */
record Sizes(long jre, long lib, long natives, long aot, long zip, long unpacked) {
  /** AWS: unzipped, layers included, 250 MB; taken as the smaller of its two readings. */
  private static final long LIMIT = 250_000_000;

  private static final long GOAL = 190_000_000;

  static Sizes of(Path directory, Path zip) throws IOException {
    return new Sizes(
        size(directory.resolve("jre")),
        size(directory.resolve("lib")),
        size(directory.resolve("native")),
        size(directory.resolve("app.aot")),
        Files.size(zip),
        size(directory));
  }

  /** A Markdown table. */
  String table() {
    return """
    | part | MB |
    |---|--:|
    | jre | %s |
    | lib | %s |
    | native | %s |
    | app.aot | %s |
    | unpacked, of 250 at most (goal 190%s) | %s |
    | zip | %s |
    """
        .formatted(
            mb(jre),
            mb(lib),
            mb(natives),
            mb(aot),
            unpacked > GOAL ? ": missed" : "",
            mb(unpacked),
            mb(zip));
  }

  /** Refuses what Lambda would refuse. */
  void check() throws IOException {
    if (unpacked > LIMIT) {
      throw new IOException(
          "unpacked " + mb(unpacked) + " MB, Lambda takes 250: trim lib/, or ship the image");
    }
  }

  private static long size(Path path) throws IOException {
    if (Files.isRegularFile(path)) {
      return Files.size(path);
    }
    long sum = 0;
    for (Path file : Archive.below(path)) {
      sum += Files.isRegularFile(file) ? Files.size(file) : 0;
    }
    return sum;
  }

  private static String mb(long bytes) {
    return String.format(Locale.ROOT, "%.1f", bytes / 1e6);
  }
}
