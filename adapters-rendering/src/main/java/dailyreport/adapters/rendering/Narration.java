package dailyreport.adapters.rendering;

import dailyreport.domain.market.Headline;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportText;
import dailyreport.domain.report.Section;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The four written sections as pieces for two pages. */
final class Narration {
  private static final Pattern CITATION = Pattern.compile("\\[(\\d{1,2})]");
  private static final float INDENT = 11;
  private static final float PADDING = 8;
  private static final Color BOX = new Color(0xFFF7ED);
  private static final String ELLIPSIS = " …";
  private static final String CUT = " (ย่อให้พอดีสองหน้า)";

  private final Report report;
  private final Lettering lettering;
  private final Density density;
  private final Style body;
  private final List<Piece> pieces = new ArrayList<>();

  private Narration(Report report, Lettering lettering, Density density) {
    this.report = report;
    this.lettering = lettering;
    this.density = density;
    this.body = new Style(Typeface.REGULAR, density.body(), Style.TEXT);
  }

  /** All pieces, in reading order. */
  static List<Piece> pieces(Report report, Lettering lettering, Density density) {
    var narration = new Narration(report, lettering, density);
    report.narrative().sections().forEach(narration::add);
    return narration.pieces;
  }

  private void add(Section section) {
    int first = pieces.size();
    String title = section.kind().title();
    pieces.add(
        new Piece(
            density.sectionGap(),
            density.heading(),
            true,
            true,
            (sheet, x, top) -> Block.heading(sheet, title, x, top, density.heading())));
    if (section.kind() == Section.Kind.ACTION) {
      addStance();
    }
    boolean bullets = section.kind() == Section.Kind.RISK;
    List<String> paragraphs = section.paragraphs();
    int left = density.lines();
    for (int i = 0; i < paragraphs.size() && left > 0 && !hopeless(); i++) {
      List<String> lines = lines(paragraphs.get(i), bullets);
      boolean more = lines.size() > left || (lines.size() == left && i + 1 < paragraphs.size());
      addParagraph(more ? cut(lines.subList(0, left), bullets) : lines, bullets);
      left -= lines.size();
    }
    keepEnds(first);
  }

  /** No page ends with the first line of a section, and none begins with its last. */
  private void keepEnds(int first) {
    int last = pieces.size() - 1;
    for (int i : new int[] {first + 1, last - 1}) {
      if (i > first && i < last) {
        pieces.set(i, pieces.get(i).staying());
      }
    }
  }

  /** Whether it is longer than two pages already, so that this density will not do. */
  private boolean hopeless() {
    return pieces.size() * density.leading() > 2 * Sheet.HEIGHT;
  }

  /** The rule's outcome in a box; it is code's, not the narrator's. */
  private void addStance() {
    Style strong = body.in(Typeface.SEMI_BOLD);
    String line = DrawableText.clean(ReportText.stanceLine(report));
    List<String> lines =
        lettering.lines(line, strong.face(), strong.size(), Sheet.INNER - 2 * PADDING - 3);
    float height = lines.size() * density.leading() + PADDING;
    Color colour = Tiles.colour(report.facts().stance().stance());
    pieces.add(
        new Piece(
            0,
            height,
            false,
            true,
            (sheet, x, top) -> {
              sheet.fillRound(BOX, x, top, Sheet.INNER, height, 3);
              sheet.fill(colour, x, top, 3, height);
              for (int i = 0; i < lines.size(); i++) {
                float lineTop = top + PADDING / 2 + i * density.leading();
                sheet.left(lines.get(i), strong, x + 3 + PADDING, baseline(lineTop));
              }
            }));
  }

  private List<String> lines(String paragraph, boolean bullet) {
    return lettering.lines(DrawableText.clean(paragraph), body.face(), body.size(), room(bullet));
  }

  /** The lines with a mark at the end of the last that something is missing. */
  private List<String> cut(List<String> lines, boolean bullet) {
    float room = room(bullet) - lettering.width(CUT, body.face(), body.size());
    var marked = new ArrayList<String>(lines);
    String last = marked.removeLast();
    String kept = lettering.fitted(last + ELLIPSIS, body.face(), body.size(), room);
    marked.add(kept + CUT);
    return marked;
  }

  private static float room(boolean bullet) {
    return Sheet.INNER - (bullet ? INDENT : 0);
  }

  private void addParagraph(List<String> lines, boolean bullet) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean first = i == 0;
      float gap = first && !pieces.getLast().heading() ? density.paragraphGap() : 0;
      // At least two lines of a paragraph on either page.
      boolean stays = i < lines.size() - 1 && (first || i == lines.size() - 2);
      pieces.add(
          new Piece(
              gap,
              density.leading(),
              false,
              stays,
              (sheet, x, top) -> {
                if (bullet && first) {
                  sheet.left("•", body.in(Style.ACCENT), x + 1, baseline(top));
                }
                write(sheet, line, x + (bullet ? INDENT : 0), top);
              }));
    }
  }

  /** Writes a line; its citations lead to the news they name. */
  private void write(Sheet sheet, String line, float x, float top) {
    List<Headline> news = report.facts().news();
    Matcher citation = CITATION.matcher(line);
    int from = 0;
    float at = x;
    while (citation.find()) {
      int number = Integer.parseInt(citation.group(1));
      if (number >= 1 && number <= news.size()) {
        at += sheet.left(line.substring(from, citation.start()), body, at, baseline(top));
        float width = sheet.left(citation.group(), body.in(Style.ACCENT), at, baseline(top));
        sheet.link(news.get(number - 1).link(), at, top, width, density.leading());
        at += width;
        from = citation.end();
      }
    }
    sheet.left(line.substring(from), body, at, baseline(top));
  }

  private float baseline(float top) {
    return Block.baseline(top, density.leading(), density.body());
  }
}
