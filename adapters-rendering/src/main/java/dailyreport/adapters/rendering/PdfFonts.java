package dailyreport.adapters.rendering;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.GlyphLayoutFontManager;
import org.openpdf.text.pdf.GlyphLayoutManager;

/**
 * The fonts of one document. Only OpenPDF's {@code GlyphLayoutManager} with ActualText both stacks
 * Thai marks rightly and lets them be copied out again: rendering.md, section 1. Its deprecated
 * {@code LayoutProcessor} must never be enabled in the same JVM.
 */
final class PdfFonts {
  private final GlyphLayoutManager manager;
  private final Map<Typeface, BaseFont> fonts = new EnumMap<>(Typeface.class);

  /**
   * Loads all weights.
   *
   * @param seed chooses the prefixes that mark embedded fonts as subsets; equal documents get equal
   *     prefixes
   */
  PdfFonts(long seed) {
    // OpenPDF's cache is static and its fonts are mutable; a document shares nothing with another.
    var files = new GlyphLayoutFontManager().setFontCaching(GlyphLayoutFontManager.FontCaching.OFF);
    manager = new GlyphLayoutManager(files).setWriteActualText(true);
    var prefixes = new Repeatable(seed);
    for (Typeface face : Typeface.values()) {
      try (InputStream ttf = face.open()) {
        Font font = manager.loadFont(face.fileName(), ttf, Style.CELL.size());
        font.getBaseFont().setSecureRandom(prefixes);
        fonts.put(face, font.getBaseFont());
      } catch (IOException e) {
        throw new UncheckedIOException("reading " + face.fileName(), e);
      } catch (GlyphLayoutFontManager.FontLoadException e) {
        throw new IllegalStateException(face.fileName() + " is not a TrueType font", e);
      }
    }
  }

  GlyphLayoutManager manager() {
    return manager;
  }

  BaseFont of(Typeface face) {
    return Objects.requireNonNull(fonts.get(face));
  }

  /** OpenPDF draws the six letters of a subset's name from a SecureRandom; no secret is made. */
  private static final class Repeatable extends SecureRandom {
    private final transient Random random;

    Repeatable(long seed) {
      this.random = new Random(seed);
    }

    @Override
    public double nextDouble() {
      return random.nextDouble();
    }
  }
}
