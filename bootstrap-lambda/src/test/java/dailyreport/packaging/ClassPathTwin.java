package dailyreport.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The package once more, with the same Java, the same jars in the order of their names and the same
 * options, but on the class path; with an AOT cache of its own, trained in the same way.
 */
final class ClassPathTwin {
  private static final String MAIN = "dailyreport.bootstrap.lambda.Main";
  private static final List<String> MODULES =
      List.of("--add-modules ALL-MODULE-PATH", "-p lib", "--enable-native-access=");

  private ClassPathTwin() {}

  /** Turns an unpacked package into its twin. */
  static void make(Path root, Path work) throws IOException, InterruptedException {
    Path script = root.resolve("bootstrap");
    String modular = Files.readString(script);
    String start = "-m dailyreport.bootstrap.lambda/" + MAIN;
    require(modular.contains(start), "bootstrap does not start with " + start);
    Files.writeString(script, modular.replace(start, MAIN));
    Path options = root.resolve("java.options");
    Files.writeString(options, onClassPath(Files.readAllLines(options), root));
    Training.run(root, work, List.of(MAIN));
  }

  private static String onClassPath(List<String> modular, Path root) throws IOException {
    for (String gone : MODULES) {
      require(
          modular.stream().anyMatch(line -> line.startsWith(gone)),
          "java.options has no line " + gone);
    }
    String jars =
        Archive.below(root.resolve("lib")).stream()
            .map(jar -> root.relativize(jar).toString())
            .collect(Collectors.joining(":"));
    return modular.stream()
            .filter(line -> MODULES.stream().noneMatch(line::startsWith))
            .collect(Collectors.joining("\n"))
        + "\n--enable-native-access=ALL-UNNAMED\n-cp "
        + jars
        + "\n";
  }

  private static void require(boolean seen, String what) throws IOException {
    if (!seen) {
      throw new IOException("class path: " + what);
    }
  }
}
