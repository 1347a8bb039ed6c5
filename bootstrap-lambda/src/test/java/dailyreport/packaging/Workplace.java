package dailyreport.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A temporary directory that goes with everything in it. */
record Workplace(Path path) implements AutoCloseable {

  static Workplace make(String name) throws IOException {
    return new Workplace(Files.createTempDirectory(name));
  }

  /** The package, unpacked into {@code task} as Lambda does it. */
  Path unpacked(Path zip) throws IOException {
    return unpacked(zip, "task");
  }

  Path unpacked(Path zip, String name) throws IOException {
    Path root = Files.createDirectories(path.resolve(name));
    Archive.unpack(zip, root);
    return root;
  }

  @Override
  public void close() throws IOException {
    for (Path file : Archive.below(path).reversed()) {
      Files.delete(file);
    }
    Files.delete(path);
  }
}
