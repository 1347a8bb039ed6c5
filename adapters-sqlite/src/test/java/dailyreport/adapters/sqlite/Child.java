package dailyreport.adapters.sqlite;

import dailyreport.application.port.LocalCache;
import dailyreport.application.port.PortException;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another process on the same file, which a test may kill. */
final class Child {
  /** So much that a child that outruns a slow parent never has to make room. */
  static final long ROOM = 1L << 30;

  private Child() {}

  /** Arguments: a folder, and what to do there. Prints a line for every step that is done. */
  public static void main(String... args) {
    var rig = new Rig(Path.of(args[0]), 60_000);
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    LocalCache cache = rig.cache(ROOM);
    switch (args[1]) {
      case "store" -> {
        for (int i = 0; ; i++) {
          cache.store(Rig.copy(i));
          out.println(i);
        }
      }
      case "report" -> {
        for (int i = 0; i < 3; i++) {
          try {
            cache.store(Rig.copy(i));
            out.println("stored, found " + cache.find(Rig.key(i)).isPresent());
          } catch (PortException.Cache e) {
            out.println("thrown " + e.fault());
          }
        }
        out.println("switched off " + rig.switchedOff());
      }
      default -> throw new IllegalArgumentException(args[1]);
    }
  }

  /** Starts it on the class path, where descriptors do not matter. */
  static Process start(Path dir, String task, String... options) throws IOException {
    var classPath =
        String.join(
            File.pathSeparator,
            Path.of("target", "test-classes").toAbsolutePath().toString(),
            System.getProperty("jdk.module.path"),
            System.getProperty("java.class.path"));
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", classPath));
    command.addAll(List.of(options));
    command.addAll(List.of(Child.class.getName(), dir.toString(), task));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** Its lines; the end of the process ends them. */
  static BufferedReader lines(Process child) {
    return child.inputReader(StandardCharsets.UTF_8);
  }
}
