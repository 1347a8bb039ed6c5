package dailyreport.bootstrap.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files whole or not at all: aside first, then moved into place. */
final class OutputFolder {
  private final Path folder;

  private OutputFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * The folder, made when it does not exist.
   *
   * @throws IOException when it cannot be
   */
  static OutputFolder at(Path folder) throws IOException {
    Files.createDirectories(folder);
    return new OutputFolder(folder);
  }

  /**
   * Writes one file.
   *
   * @throws IOException when it cannot be written; nothing half-written stays behind
   */
  void write(String name, byte[] bytes) throws IOException {
    write(folder.resolve(name), bytes);
  }

  /** As {@link #write(String, byte[])}, for any path whose folder exists. */
  static void write(Path file, byte[] bytes) throws IOException {
    Path aside =
        file.resolveSibling(
            "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
    try {
      Files.write(aside, bytes);
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(aside);
    }
  }
}
