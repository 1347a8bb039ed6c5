package dailyreport.adapters.rendering;

import java.awt.Color;
import java.net.URI;
import org.openpdf.text.Image;
import org.openpdf.text.pdf.PdfAction;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfOutline;
import org.openpdf.text.pdf.PdfString;

/**
 * One A4 page to draw on, in points from its upper left corner.
 *
 * <p>Text is set line by line at known places, not poured: so every height is known before anything
 * is drawn, and two pages are always two pages.
 */
final class Sheet {
  static final float WIDTH = 595;
  static final float HEIGHT = 842;

  /** 18 mm. */
  static final float MARGIN = 51;

  /** Width between the margins. */
  static final float INNER = WIDTH - 2 * MARGIN;

  private final PdfContentByte canvas;
  private final PdfFonts fonts;
  private final Lettering lettering;

  Sheet(PdfContentByte canvas, PdfFonts fonts, Lettering lettering) {
    this.canvas = canvas;
    this.fonts = fonts;
    this.lettering = lettering;
  }

  /** Writes to the right of {@code x}; returns the width. */
  float left(String text, Style style, float x, float baseline) {
    if (!text.isEmpty()) {
      canvas.beginText();
      canvas.setFontAndSize(fonts.of(style.face()), style.size());
      canvas.setColorFill(style.colour());
      canvas.setTextMatrix(x, HEIGHT - baseline);
      canvas.showText(text);
      canvas.endText();
    }
    return width(text, style);
  }

  /** Writes so that the text ends at {@code x}; returns the width. */
  float right(String text, Style style, float x, float baseline) {
    return left(text, style, x - width(text, style), baseline);
  }

  float width(String text, Style style) {
    return lettering.width(text, style.face(), style.size());
  }

  /** The text or its beginning with an ellipsis. */
  String fitted(String text, Style style, float most) {
    return lettering.fitted(text, style.face(), style.size(), most);
  }

  void fill(Color colour, float x, float top, float width, float height) {
    canvas.setColorFill(colour);
    canvas.rectangle(x, HEIGHT - top - height, width, height);
    canvas.fill();
  }

  void fillRound(Color colour, float x, float top, float width, float height, float radius) {
    canvas.setColorFill(colour);
    canvas.roundRectangle(x, HEIGHT - top - height, width, height, radius);
    canvas.fill();
  }

  /** A thin horizontal line. */
  void rule(Color colour, float x, float y, float width) {
    fill(colour, x, y - 0.3f, width, 0.6f);
  }

  /** A picture with words for those who cannot see it. */
  void image(Image image, String words, float x, float top, float width, float height) {
    var spoken = new PdfDictionary();
    spoken.put(new PdfName("Alt"), new PdfString(words, PdfObject.TEXT_UNICODE));
    canvas.beginMarkedContentSequence(new PdfName("Figure"), spoken, true);
    canvas.addImage(image, width, 0, 0, height, x, HEIGHT - top - height);
    canvas.endMarkedContentSequence();
  }

  /** Makes an area a link; anything but https stays plain. */
  void link(URI target, float x, float top, float width, float height) {
    if ("https".equals(target.getScheme())) {
      canvas.setAction(
          new PdfAction(target.toASCIIString()), x, HEIGHT - top - height, x + width, HEIGHT - top);
    }
  }

  /** An entry of the document's outline that leads here. */
  void bookmark(String title, float top) {
    PdfOutline root = canvas.getRootOutline();
    var place = new PdfDestination(PdfDestination.XYZ, 0, HEIGHT - top + 8, 0);
    // The constructor enters it into its parent.
    new PdfOutline(root, place, title, true).setColor(Style.NAVY);
  }
}
