package dailyreport.adapters.rendering;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The three weights of Sarabun that we draw with; SIL Open Font License 1.1, see OFL.txt. */
enum Typeface {
  REGULAR("Sarabun-Regular.ttf"),
  SEMI_BOLD("Sarabun-SemiBold.ttf"),
  BOLD("Sarabun-Bold.ttf");

  private final String fileName;

  Typeface(String fileName) {
    this.fileName = fileName;
  }

  String fileName() {
    return fileName;
  }

  /** The TTF. */
  InputStream open() {
    InputStream font = Typeface.class.getResourceAsStream(fileName);
    if (font == null) {
      throw new IllegalStateException("the module lacks its resource " + fileName);
    }
    return font;
  }

  /**
   * The AWT font.
   *
   * @param size in units of the drawing: pixels of a chart, points of a page
   */
  Font at(float size) {
    return Objects.requireNonNull(Loaded.FONTS.get(this)).deriveFont(size);
  }

  /** Touched only after {@link HeadlessFonts#install()}, because it is the first use of AWT. */
  private static final class Loaded {
    static final Map<Typeface, Font> FONTS = load();

    private static Map<Typeface, Font> load() {
      HeadlessFonts.install();
      var fonts = new EnumMap<Typeface, Font>(Typeface.class);
      for (Typeface face : values()) {
        try (InputStream stream = face.open()) {
          fonts.put(face, Font.createFont(Font.TRUETYPE_FONT, stream));
        } catch (IOException e) {
          throw new UncheckedIOException("reading " + face.fileName, e);
        } catch (FontFormatException e) {
          throw new IllegalStateException(face.fileName + " is not a TrueType font", e);
        }
      }
      return fonts;
    }
  }
}
