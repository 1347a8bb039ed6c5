package dailyreport.packaging;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Java runtime of the package, linked by the JDK that runs this. It holds JDK modules only:
 * jlink takes no automatic modules, and about fifty of the libraries are.
 */
final class RuntimeImage {
  /**
   * What jdeps finds in the jars, and what it cannot see: {@code jdk.localedata} breaks Thai lines,
   * {@code jdk.crypto.ec} is asked for by name.
   */
  static final List<String> MODULES =
      List.of(
          "java.base",
          "java.desktop",
          "java.logging",
          "java.management",
          "java.naming",
          "java.net.http",
          "java.sql",
          "java.sql.rowset",
          "jdk.crypto.ec",
          "jdk.localedata",
          "jdk.unsupported",
          "jdk.zipfs");

  /** Sound, splash screen, a display, and what serves JDKs that link or archive themselves. */
  private static final String WITHOUT =
      Stream.of("libjsound.so", "libsplashscreen.so", "libawt_xawt.so", "classlist", "jrt-fs.jar")
          .map(file -> "glob:**/lib/" + file)
          .collect(Collectors.joining(","));

  private RuntimeImage() {}

  /** Links it into a directory that does not exist yet. */
  static void link(Path directory) throws IOException {
    ToolProvider jlink =
        ToolProvider.findFirst("jlink")
            .orElseThrow(() -> new IOException("jlink: this Java is no full JDK; use a JDK 25"));
    var said = new StringWriter();
    var out = new PrintWriter(said);
    int exit =
        jlink.run(
            out,
            out,
            "--add-modules",
            String.join(",", MODULES),
            "--strip-debug",
            "--no-header-files",
            "--no-man-pages",
            "--compress",
            "zip-6",
            "--include-locales=en,th",
            "--exclude-files",
            WITHOUT,
            "--output",
            directory.toString());
    if (exit != 0) {
      throw new IOException("jlink: exit code " + exit + ": " + said.toString().strip());
    }
  }
}
