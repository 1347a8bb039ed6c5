package dailyreport.bootstrap.local.folder;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** Writes files whole or not at all: aside first, then moved into place. */
public final class OutputFolder {
  private final Path folder;

  private OutputFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * The folder, made when it does not exist.
   *
   * @throws IOException when it cannot be
   */
  public static OutputFolder at(Path folder) throws IOException {
    Files.createDirectories(folder);
    return new OutputFolder(folder);
  }

  /**
   * Writes one file.
   *
   * @throws IOException when it cannot be written; nothing half-written stays behind
   */
  public void write(String name, byte[] bytes) throws IOException {
    write(folder.resolve(name), bytes);
  }

  /**
   * Writes several files; all of them are on the disk before the first takes its place.
   *
   * @param files bytes by name
   * @throws IOException when one cannot be written; no file was replaced then
   */
  public void writeAll(SequencedMap<String, byte[]> files) throws IOException {
    var asides = new LinkedHashMap<Path, Path>();
    try {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path target = folder.resolve(file.getKey());
        // The one thing that a move does not replace.
        if (Files.isDirectory(target)) {
          throw new FileSystemException(target.toString(), null, file.getKey() + " is a folder");
        }
        asides.put(target, aside(target));
        Files.write(aside(target), file.getValue());
      }
      for (Map.Entry<Path, Path> aside : asides.entrySet()) {
        move(aside.getValue(), aside.getKey());
      }
    } finally {
      for (Path aside : asides.values()) {
        Files.deleteIfExists(aside);
      }
    }
  }

  /** As {@link #write(String, byte[])}, for any path whose folder exists. */
  public static void write(Path file, byte[] bytes) throws IOException {
    Path aside = aside(file);
    try {
      Files.write(aside, bytes);
      move(aside, file);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  /** What a fault of the file system is, in a few words, without the path. */
  public static String reason(IOException fault) {
    return switch (fault) {
      case FileSystemException named when named.getReason() == null ->
          named.getClass().getSimpleName();
      case FileSystemException named -> String.valueOf(named.getReason());
      default -> String.valueOf(fault.getMessage());
    };
  }

  private static Path aside(Path file) {
    return file.resolveSibling(
        "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
