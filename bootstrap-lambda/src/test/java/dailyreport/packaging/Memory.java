package dailyreport.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Memory of a process in kB, as Linux counts it.
 *
 * @param peak the most that was ever resident
 * @param anonymous of what is resident now, what belongs to no file: heap, code, threads
 */
record Memory(long peak, long anonymous) {

  /** That of a process which still lives. */
  static Memory of(long pid) throws IOException {
    Path file = Path.of("/proc", Long.toString(pid), "status");
    String status = Files.readString(file, StandardCharsets.UTF_8);
    return new Memory(kilobytes(status, "VmHWM"), kilobytes(status, "RssAnon"));
  }

  private static long kilobytes(String status, String name) throws IOException {
    return status
        .lines()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.replaceAll("[^0-9]", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow(() -> new IOException("this system does not tell " + name));
  }
}
