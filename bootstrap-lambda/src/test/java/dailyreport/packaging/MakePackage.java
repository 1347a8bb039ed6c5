package dailyreport.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Makes {@code dailyreport-lambda.zip}. Arguments: the module's {@code target}, the name of its
 * jar. Needs {@code target/package/jars}, which Maven's profile {@code package} fills. Leaves the
 * unpacked directory in {@code target/package/root}.
 */
final class MakePackage {
  /** An even second, for a zip knows no odd ones; of the build, so that two builds agree. */
  static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  private MakePackage() {}

  private interface Step {
    void run() throws IOException, InterruptedException;
  }

  public static void main(String[] args) throws InterruptedException {
    Path target = Path.of(args[0]);
    Path work = target.resolve("package");
    Path root = work.resolve("root");
    Path zip = target.resolve("dailyreport-lambda.zip");
    try {
      step("lib", () -> library(work.resolve("jars"), target.resolve(args[1]), root));
      step("jre", () -> RuntimeImage.link(root.resolve("jre")));
      step("start script", () -> script(target.resolveSibling("src/package"), root));
      step("times", () -> times(root));
      step("app.aot, trained", () -> Training.run(root, work));
      step(
          "zip",
          () -> {
            times(root);
            Archive.pack(root, zip);
          });
      var sizes = Sizes.of(root, zip);
      System.out.print("\n" + sizes.table() + "\n" + zip + "\n");
      sizes.check();
    } catch (IOException e) {
      System.out.println("package: " + e.getMessage());
      System.exit(1);
    }
  }

  private static void step(String name, Step step) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    try {
      step.run();
    } catch (IOException e) {
      throw new IOException("step \"" + name + "\": " + e.getMessage(), e);
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf(Locale.ROOT, "package: %-18s %6.1f s%n", name, seconds);
  }

  private static void library(Path jars, Path ours, Path root) throws IOException {
    // What a build before left behind would be shipped.
    remove(root);
    Path lib = Files.createDirectories(root.resolve("lib"));
    try (Stream<Path> all = Files.list(jars)) {
      for (Path jar : all.sorted().toList()) {
        Trim.copy(jar, lib);
      }
    }
    Trim.copy(ours, lib);
  }

  private static void script(Path from, Path root) throws IOException {
    for (String name : List.of("bootstrap", "java.options")) {
      Files.copy(from.resolve(name), root.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    Files.setPosixFilePermissions(
        root.resolve("bootstrap"), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** The JVM refuses a cache that was trained with jars of other times. */
  private static void times(Path root) throws IOException {
    for (Path file : Archive.below(root)) {
      Files.setLastModifiedTime(file, TIME);
    }
  }

  private static void remove(Path directory) throws IOException {
    if (Files.exists(directory)) {
      for (Path file :
          Archive.below(directory).stream().sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
