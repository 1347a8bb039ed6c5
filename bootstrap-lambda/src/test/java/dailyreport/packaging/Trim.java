package dailyreport.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Leaves out of two jars what no report needs; every other jar is taken as it is. What SQLite needs
 * of this system lies beside the jars, for the driver would unpack it again with every start.
 */
final class Trim {
  /**
   * Families of OpenAI's API beside the Responses API. Of 75 MB they are 55: build.md, section 7.
   */
  private static final Pattern OTHER_APIS =
      Pattern.compile(
          "com/openai/(models|services/(blocking|async))/"
              + "(beta|admin|realtime|live|evals|finetuning|decisions|videos|graders|vectorstores"
              + "|skills)/.*");

  private static final String NATIVES = "org/sqlite/native/";

  private Trim() {}

  /** Copies a jar, trimmed if it is one of the two. */
  static void copy(Path jar, Path directory) throws IOException {
    String name = jar.getFileName().toString();
    Path to = directory.resolve(name);
    if (name.startsWith("openai-java-core-")) {
      copy(jar, to, entry -> !OTHER_APIS.matcher(entry).matches());
    } else if (name.startsWith("sqlite-jdbc-")) {
      copy(jar, to, entry -> !entry.startsWith(NATIVES));
      library(jar, Files.createDirectories(directory.resolveSibling("native")));
    } else {
      Files.copy(jar, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** This machine's processor, as sqlite-jdbc names it: {@code x86_64} or {@code aarch64}. */
  static String architecture() {
    String name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return name.equals("amd64") ? "x86_64" : name;
  }

  private static void library(Path jar, Path directory) throws IOException {
    String name = System.mapLibraryName("sqlitejdbc");
    String entry = NATIVES + "Linux/" + architecture() + "/" + name;
    try (var in = new ZipFile(jar.toFile())) {
      ZipEntry library = in.getEntry(entry);
      if (library == null) {
        throw changed(jar, "no " + entry);
      }
      Files.copy(in.getInputStream(library), directory.resolve(name));
    }
  }

  private static void copy(Path jar, Path to, Predicate<String> wanted) throws IOException {
    int left = 0;
    try (var in = new ZipFile(jar.toFile());
        var out = new ZipOutputStream(Files.newOutputStream(to))) {
      Enumeration<? extends ZipEntry> entries = in.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (!wanted.test(entry.getName())) {
          left++;
        } else if (!entry.isDirectory()) {
          var copied = new ZipEntry(entry.getName());
          copied.setTime(0);
          out.putNextEntry(copied);
          in.getInputStream(entry).transferTo(out);
          out.closeEntry();
        }
      }
    }
    if (left == 0) {
      throw changed(jar, "nothing to trim");
    }
  }

  private static IOException changed(Path jar, String seen) {
    return new IOException(
        jar.getFileName()
            + ": "
            + seen
            + "; its layout has changed, see dailyreport.packaging.Trim");
  }
}
