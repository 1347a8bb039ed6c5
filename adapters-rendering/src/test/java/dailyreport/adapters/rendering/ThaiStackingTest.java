package dailyreport.adapters.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfWriter;

/**
 * Extraction does not see how marks stand, so the page is looked at: drawn by poppler and compared
 * with the same text drawn by the JDK's shaper, whose picture a person approved ({@code thai.png}).
 */
class ThaiStackingTest {
  private static final String TEXT = "ที่ น้ำ ปั๊ม ผู้ กำไร";
  private static final float SIZE = 60;
  private static final int LEFT = 40;
  private static final int BASELINE = 120;

  @BeforeAll
  static void fonts() {
    HeadlessFonts.install();
  }

  @Test
  void marksStandOnThePageAsTheShaperPutsThem() throws Exception {
    double shaped = distance(Poppler.page(page(), 1, 72), java2d(true));
    assertThat(shaped).as("share of the ink that is elsewhere").isLessThan(0.005);
  }

  @Test
  void unshapedMarksWouldBeNoticed() throws Exception {
    double unshaped = distance(Poppler.page(page(), 1, 72), java2d(false));
    assertThat(unshaped).isGreaterThan(0.04);
  }

  private static byte[] page() {
    var fonts = new PdfFonts(1);
    var bytes = new ByteArrayOutputStream();
    var document = new Document(PageSize.A4).setGlyphLayoutManager(fonts.manager());
    PdfWriter writer = PdfWriter.getInstance(document, bytes);
    document.open();
    new Sheet(writer.getDirectContent(), fonts, new Lettering())
        .left(TEXT, new Style(Typeface.REGULAR, SIZE, Color.BLACK), LEFT, BASELINE);
    document.close();
    return bytes.toByteArray();
  }

  /** Shaped as one text, or letter after letter as a printer without a shaper would. */
  private static BufferedImage java2d(boolean shaped) {
    var image = new BufferedImage(595, 842, BufferedImage.TYPE_INT_RGB);
    Graphics2D g2 = image.createGraphics();
    g2.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g2.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g2.setColor(Color.WHITE);
    g2.fillRect(0, 0, 595, 842);
    g2.setColor(Color.BLACK);
    Font font = Typeface.REGULAR.at(SIZE);
    if (shaped) {
      char[] letters = TEXT.toCharArray();
      g2.drawGlyphVector(
          font.layoutGlyphVector(
              g2.getFontRenderContext(), letters, 0, letters.length, Font.LAYOUT_LEFT_TO_RIGHT),
          LEFT,
          BASELINE);
    } else {
      var glyphs = font.createGlyphVector(g2.getFontRenderContext(), TEXT);
      g2.drawGlyphVector(glyphs, LEFT, BASELINE);
    }
    g2.dispose();
    return image;
  }

  /** Dark pixels of either picture without a dark one nearby in the other, per dark pixel. */
  private static double distance(BufferedImage one, BufferedImage other) {
    int ink = 0;
    int lost = 0;
    for (int y = 1; y < 200; y++) {
      for (int x = 1; x < 590; x++) {
        for (int side = 0; side < 2; side++) {
          BufferedImage here = side == 0 ? one : other;
          BufferedImage there = side == 0 ? other : one;
          if (dark(here, x, y)) {
            ink++;
            lost += near(there, x, y) ? 0 : 1;
          }
        }
      }
    }
    assertThat(ink).isGreaterThan(1000);
    return (double) lost / ink;
  }

  private static boolean near(BufferedImage image, int x, int y) {
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        if (dark(image, x + dx, y + dy)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean dark(BufferedImage image, int x, int y) {
    return (image.getRGB(x, y) >> 8 & 0xff) < 128;
  }
}
