package dailyreport.adapters.rendering;

/** Something printed whole, whose height is known before. */
interface Block {
  /** Height in points, without space around it. */
  float height();

  /** Prints it with its upper left corner there. */
  void draw(Sheet sheet, float x, float top);

  /** Prints a heading: a coloured bar and words, in the place of the emoji of the LINE text. */
  static void heading(Sheet sheet, String title, float x, float top, float height) {
    float size = height * 7 / 12;
    sheet.fillRound(Style.ACCENT, x, top + 0.2f * size, 3.2f, 1.05f * size, 1.4f);
    sheet.left(title, Style.HEADING.at(size), x + 10, top + 1.05f * size);
    sheet.bookmark(title, top);
  }

  /** Baseline of a line of text. */
  static float baseline(float top, float leading, float size) {
    return top + leading / 2 + 0.35f * size;
  }
}
