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
  private static final String CUT = "ตัดข้อความให้พอดีสองหน้า ฉบับเต็มอยู่ในข้อความ LINE";

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
    int left = density.lines();
    for (String paragraph : section.paragraphs()) {
      if (left <= 0) {
        return;
      }
      left -= add(paragraph, section.kind() == Section.Kind.RISK, left);
    }
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

  /** Adds a paragraph and returns how many lines it took. */
  private int add(String paragraph, boolean bullet, int most) {
    float indent = bullet ? INDENT : 0;
    String text = DrawableText.clean(paragraph);
    List<String> all = lettering.lines(text, body.face(), body.size(), Sheet.INNER - indent);
    int shown = Math.min(all.size(), most);
    for (int i = 0; i < shown; i++) {
      boolean cut = i == shown - 1 && shown < all.size();
      String line = cut ? ellipsis(all.get(i), Sheet.INNER - indent) : all.get(i);
      boolean first = i == 0;
      float gap = first && !pieces.getLast().heading() ? density.paragraphGap() : 0;
      // At least two lines of a paragraph on either page.
      boolean stays = i < shown - 1 && (first || i == shown - 2);
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
                write(sheet, line, x + indent, top);
              }));
    }
    return shown;
  }

  private String ellipsis(String line, float width) {
    return lettering.fitted(line + " … (" + CUT + ")", body.face(), body.size(), width);
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
