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

/** Leaves out of two jars what no report needs; every other jar is taken as it is. */
final class Trim {
  /**
   * Families of OpenAI's API beside the Responses API. Of 75 MB they are 55: build.md, section 7.
   */
  private static final Pattern OTHER_APIS =
      Pattern.compile(
          "com/openai/(models|services/(blocking|async))/"
              + "(beta|admin|realtime|live|evals|finetuning|decisions|videos|graders|vectorstores"
              + "|skills)/.*");

  private static final Pattern NATIVES = Pattern.compile("org/sqlite/native/.*");

  private Trim() {}

  /** Copies a jar, trimmed if it is one of the two. */
  static void copy(Path jar, Path directory) throws IOException {
    String name = jar.getFileName().toString();
    Path to = directory.resolve(name);
    if (name.startsWith("openai-java-core-")) {
      copy(jar, to, entry -> !OTHER_APIS.matcher(entry).matches());
    } else if (name.startsWith("sqlite-jdbc-")) {
      String ours = "org/sqlite/native/Linux/" + architecture() + "/";
      copy(jar, to, entry -> !NATIVES.matcher(entry).matches() || entry.startsWith(ours));
    } else {
      Files.copy(jar, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** This machine's processor, as sqlite-jdbc names it: {@code x86_64} or {@code aarch64}. */
  static String architecture() {
    String name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return name.equals("amd64") ? "x86_64" : name;
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
      throw new IOException(
          jar.getFileName()
              + ": nothing to trim; its layout has changed, see dailyreport.packaging.Trim");
    }
  }
}
