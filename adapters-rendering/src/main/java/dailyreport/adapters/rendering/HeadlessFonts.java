package dailyreport.adapters.rendering;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes AWT draw text on a machine without any font: a Lambda image has neither fontconfig nor font
 * files, and without both even a chart whose every font is explicit does not start.
 *
 * <p>Writes our fonts and a JDK font configuration that maps every logical font to them into a
 * temporary directory of this process. Done on every machine, so that laptop, CI and Lambda draw
 * alike.
 */
public final class HeadlessFonts {
  private static final List<String> LOGICAL = List.of("dialog", "sansserif");
  private static final List<String> STYLES = List.of("plain", "bold", "italic", "bolditalic");

  private HeadlessFonts() {}

  /**
   * Installs the fonts; later calls do nothing. Must come before the first AWT class of the
   * process: AWT reads the system properties {@code java.awt.headless} and {@code
   * sun.awt.fontconfig} once.
   *
   * @throws UncheckedIOException when the temporary directory cannot be written
   */
  public static void install() {
    if (!Once.FOLDER.isAbsolute()) {
      throw new IllegalStateException("fonts must lie at an absolute path: " + Once.FOLDER);
    }
  }

  /** Class initialisation runs once and blocks other threads until it is done. */
  private static final class Once {
    static final Path FOLDER = write();
  }

  private static Path write() {
    try {
      Path folder = Files.createTempDirectory("dailyreport-fonts").toAbsolutePath();
      folder.toFile().deleteOnExit();
      Path regular = copy(Typeface.REGULAR, folder);
      Path bold = copy(Typeface.BOLD, folder);
      Path mapping = folder.resolve("fontconfig.properties");
      // Read as ISO-8859-1 with escapes, so a path outside ASCII needs them.
      Files.writeString(mapping, mapping(regular, bold), StandardCharsets.ISO_8859_1);
      mapping.toFile().deleteOnExit();
      System.setProperty("java.awt.headless", "true");
      System.setProperty("sun.awt.fontconfig", mapping.toString());
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("writing the fonts to the temporary directory", e);
    }
  }

  private static Path copy(Typeface face, Path folder) throws IOException {
    Path file = folder.resolve(face.fileName());
    try (InputStream font = face.open()) {
      Files.copy(font, file);
    }
    file.toFile().deleteOnExit();
    return file;
  }

  private static String mapping(Path regular, Path bold) {
    var lines = new StringBuilder("version=1\nsequence.allfonts=latin\n");
    lines.append("allfonts.latin=Sarabun\n");
    lines.append("filename.Sarabun=").append(escaped(regular)).append('\n');
    lines.append("filename.Sarabun_Bold=").append(escaped(bold)).append('\n');
    for (String font : LOGICAL) {
      for (String style : STYLES) {
        String face = style.startsWith("bold") ? "Sarabun Bold" : "Sarabun";
        lines.append(font).append('.').append(style).append(".latin=").append(face).append('\n');
      }
    }
    return lines.toString();
  }

  private static String escaped(Path path) {
    var text = new StringBuilder();
    for (char c : path.toString().toCharArray()) {
      if (c == '\\') {
        text.append("\\\\");
      } else if (c > 126) {
        text.append("\\u").append(java.util.HexFormat.of().toHexDigits(c));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
