package dailyreport.adapters.rendering;

import dailyreport.domain.market.Headline;
import dailyreport.domain.report.Figures;
import dailyreport.domain.report.NewsChoice;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportText;
import java.util.List;

/** The cited news: number, title as link, publisher and date. */
final class NewsList implements Block {
  private static final float NUMBER = 20;
  private static final float LINE = 14.5f;
  private static final float NOTE = 12;
  private static final float GAP = 4;
  private static final float SPACE = 9;
  private static final int MOST_LINES = 2;
  private static final Style TITLE = Style.CELL.in(Style.ACCENT);

  private final List<Headline> news;
  private final List<List<String>> titles;
  private final Lettering lettering;
  private final Density density;

  NewsList(Report report, Lettering lettering, Density density) {
    this.lettering = lettering;
    this.density = density;
    this.news = report.facts().news().stream().limit(NewsChoice.MOST).toList();
    this.titles = news.stream().map(headline -> title(headline, lettering)).toList();
  }

  /** At most two lines; a title without one drawable letter shows where it leads. */
  private static List<String> title(Headline headline, Lettering lettering) {
    float room = Sheet.INNER - NUMBER;
    String host = String.valueOf(headline.link().getHost());
    String text = DrawableText.clean(headline.title(), DrawableText.clean(host, "–"));
    List<String> lines = lettering.lines(text, TITLE.face(), TITLE.size(), room);
    if (lines.size() <= MOST_LINES) {
      return lines;
    }
    String rest = String.join(" ", lines.subList(MOST_LINES - 1, lines.size()));
    return List.of(lines.getFirst(), lettering.fitted(rest, TITLE.face(), TITLE.size(), room));
  }

  @Override
  public float height() {
    if (news.isEmpty()) {
      return 0;
    }
    float height = density.heading() - GAP;
    for (int i = 0; i < news.size(); i++) {
      height += titles.get(i).size() * LINE + (beside(i) ? 0 : NOTE) + GAP;
    }
    return height;
  }

  /** Whether publisher and date fit behind the title. */
  private boolean beside(int index) {
    float title = width(titles.get(index).getLast(), TITLE);
    return title + SPACE + width(note(news.get(index)), Style.SMALL) <= Sheet.INNER - NUMBER;
  }

  private float width(String text, Style style) {
    return lettering.width(text, style.face(), style.size());
  }

  @Override
  public void draw(Sheet sheet, float x, float top) {
    if (news.isEmpty()) {
      return;
    }
    Block.heading(sheet, ReportText.NEWS, x, top, density.heading());
    float y = top + density.heading();
    for (int i = 0; i < news.size(); i++) {
      y = draw(sheet, i, x, y) + GAP;
    }
  }

  /** Prints one item and returns where it ends. */
  private float draw(Sheet sheet, int index, float x, float top) {
    Headline headline = news.get(index);
    Style number = TITLE.in(Typeface.SEMI_BOLD).in(Style.TEXT);
    sheet.left("[" + (index + 1) + "]", number, x, Block.baseline(top, LINE, TITLE.size()));
    float left = x + NUMBER;
    float y = top;
    float end = left;
    for (String line : titles.get(index)) {
      float width = sheet.left(line, TITLE, left, Block.baseline(y, LINE, TITLE.size()));
      sheet.link(headline.link(), left, y, width, LINE);
      end = left + width;
      y += LINE;
    }
    if (beside(index)) {
      sheet.left(
          note(headline), Style.SMALL, end + SPACE, Block.baseline(y - LINE, LINE, TITLE.size()));
      return y;
    }
    String note = sheet.fitted(note(headline), Style.SMALL, Sheet.INNER - NUMBER);
    sheet.left(note, Style.SMALL, left, Block.baseline(y, NOTE, Style.SMALL.size()));
    return y + NOTE;
  }

  private static String note(Headline headline) {
    String date = Figures.date(headline.publishedAt().atZone(Figures.BANGKOK).toLocalDate());
    String publisher = DrawableText.clean(headline.publisher());
    return publisher.isEmpty() ? date : publisher + " · " + date;
  }
}
