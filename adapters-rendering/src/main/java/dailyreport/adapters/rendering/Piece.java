package dailyreport.adapters.rendering;

/**
 * The smallest part of the narrative that a page break never cuts.
 *
 * @param before space above it, unless it begins a page
 * @param height without that space
 * @param heading whether it begins a section
 * @param staysWithNext whether a page must not end after it
 * @param painter prints it
 */
record Piece(float before, float height, boolean heading, boolean staysWithNext, Painter painter) {

  /** The same, but a page must not end after it. */
  Piece staying() {
    return new Piece(before, height, heading, true, painter);
  }

  /** Prints a piece with its upper left corner there. */
  @FunctionalInterface
  interface Painter {
    void paint(Sheet sheet, float x, float top);
  }
}
