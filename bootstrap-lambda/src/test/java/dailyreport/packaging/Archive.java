package dailyreport.packaging;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A directory as a zip and back, with times and permissions. The same directory gives the same
 * bytes: entries are sorted, and only two forms of permission occur.
 */
final class Archive {
  private static final Set<PosixFilePermission> EXECUTABLE =
      PosixFilePermissions.fromString("rwxr-xr-x");
  private static final Set<PosixFilePermission> PLAIN =
      PosixFilePermissions.fromString("rw-r--r--");

  private Archive() {}

  /** Packs the content of a directory; the JVM must run in UTC, for a zip has no time zone. */
  static void pack(Path directory, Path zip) throws IOException {
    Files.deleteIfExists(zip);
    try (var fs = open(zip, "create", "true")) {
      for (Path file : below(directory)) {
        copy(file, fs.getPath("/").resolve(directory.relativize(file).toString()));
      }
    }
  }

  /** Unpacks as Lambda does: permissions and times are kept. */
  static void unpack(Path zip, Path directory) throws IOException {
    try (var fs = open(zip, "create", "false")) {
      Path root = fs.getPath("/");
      for (Path file : below(root)) {
        copy(file, directory.resolve(root.relativize(file).toString()));
      }
    }
  }

  /** Everything below a directory, sorted by name. */
  static List<Path> below(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(file -> !file.equals(directory)).sorted().toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    if (Files.isDirectory(from)) {
      Files.createDirectories(to);
    } else {
      Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
    boolean executable =
        Files.isDirectory(from)
            || Files.getPosixFilePermissions(from).contains(PosixFilePermission.OWNER_EXECUTE);
    Files.setPosixFilePermissions(to, executable ? EXECUTABLE : PLAIN);
    if (!Files.isDirectory(from)) {
      FileTime time = Files.getLastModifiedTime(from);
      Files.setLastModifiedTime(to, time);
    }
  }

  private static FileSystem open(Path zip, String... option) throws IOException {
    return FileSystems.newFileSystem(
        zip, Map.of(option[0], option[1], "enablePosixFileAttributes", true));
  }
}
