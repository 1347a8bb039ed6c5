package dailyreport.adapters.rendering;

import dailyreport.domain.report.Report;
import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.Image;

/**
 * The plan of both pages, made before anything is printed.
 *
 * <p>Page 1 has the fixed blocks and as much of the narrative as fits; page 2 the rest, the votes,
 * the news and the small print. The break that leaves both pages about equally full is taken; if
 * none fits, the narrative is set more tightly.
 */
final class TwoPages {
  /** Upper edge of the content. */
  static final float TOP = PageBand.HEIGHT + 17;

  /** Lower edge of the content. */
  static final float BOTTOM = PageBand.FOOT - 10;

  /** A break before a heading is worth this many points of unequal pages. */
  private static final float CLEAN_BREAK = 70;

  private final List<Block> first;
  private final List<Block> tables;
  private final Block news;
  private final Block notes;
  private final Density density;
  private final List<Piece> pieces;
  private final int breakAt;

  private TwoPages(Report report, Image chart, Lettering lettering, Density density) {
    this.density = density;
    first = new ArrayList<>();
    first.add(new Tiles(report));
    first.add(new ChartPicture(chart, report, density.chart() * Sheet.INNER));
    first.add(new PercentileTable(report, density));
    var changes = new ChangeNote(report, lettering);
    if (changes.height() > 0) {
      first.add(changes);
    }
    tables = List.of(new VoteTable(report, density), new LevelTable(report, density));
    news = new NewsList(report, lettering, density);
    notes = new Notes(report, lettering);
    pieces = Narration.pieces(report, lettering, density);
    breakAt = bestBreak();
  }

  /** The roomiest plan that fits. */
  static TwoPages plan(Report report, Image chart, Lettering lettering) {
    for (Density density : Density.LADDER) {
      var plan = new TwoPages(report, chart, lettering, density);
      if (plan.breakAt >= 0) {
        return plan;
      }
    }
    throw new IllegalStateException("the narrative does not fit two pages even when cut");
  }

  /** Index of the first piece on page 2, or -1 when no break fits. */
  private int bestBreak() {
    float roomOne = BOTTOM - TOP - stack(first) - density.gap();
    float roomTwo = BOTTOM - TOP - fixedOnTwo();
    int best = -1;
    float least = Float.MAX_VALUE;
    for (int at = 0; at <= pieces.size(); at++) {
      boolean allowed = at == 0 || at == pieces.size() || !pieces.get(at - 1).staysWithNext();
      float leftOne = roomOne - height(pieces.subList(0, at));
      float leftTwo = roomTwo - height(pieces.subList(at, pieces.size()));
      if (allowed && leftOne >= 0 && leftTwo >= 0) {
        boolean clean = at == pieces.size() || pieces.get(at).heading();
        float cost = Math.abs(leftOne - leftTwo) - (clean ? CLEAN_BREAK : 0);
        if (cost < least) {
          least = cost;
          best = at;
        }
      }
    }
    return best;
  }

  private float fixedOnTwo() {
    float newsHeight = news.height() > 0 ? news.height() + density.gap() : 0;
    return density.gap() + tallest(tables) + density.gap() + newsHeight + notes.height();
  }

  void drawFirst(Sheet sheet) {
    float y = TOP;
    for (Block block : first) {
      block.draw(sheet, Sheet.MARGIN, y);
      y += block.height() + density.gap();
    }
    draw(sheet, pieces.subList(0, breakAt), y);
  }

  void drawSecond(Sheet sheet) {
    float y = draw(sheet, pieces.subList(breakAt, pieces.size()), TOP);
    float spare = BOTTOM - TOP - fixedOnTwo() - (y - TOP);
    // What is left over goes between the blocks, the small print stands at the foot.
    float air = Math.min(10, spare / 3);
    y += density.gap() + air;
    tables.getFirst().draw(sheet, Sheet.MARGIN, y);
    tables.getLast().draw(sheet, Sheet.MARGIN + Sheet.INNER - LevelTable.WIDTH, y);
    y += tallest(tables) + density.gap() + air;
    news.draw(sheet, Sheet.MARGIN, y);
    notes.draw(sheet, Sheet.MARGIN, BOTTOM - notes.height());
  }

  private static float draw(Sheet sheet, List<Piece> pieces, float top) {
    float y = top;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      y += i == 0 ? 0 : piece.before();
      piece.painter().paint(sheet, Sheet.MARGIN, y);
      y += piece.height();
    }
    return y;
  }

  private static float height(List<Piece> pieces) {
    float height = 0;
    for (int i = 0; i < pieces.size(); i++) {
      height += pieces.get(i).height() + (i == 0 ? 0 : pieces.get(i).before());
    }
    return height;
  }

  /** Height of tables that stand beside each other. */
  private static float tallest(List<Block> blocks) {
    return (float) blocks.stream().mapToDouble(Block::height).max().orElse(0);
  }

  private float stack(List<Block> blocks) {
    float height = 0;
    for (Block block : blocks) {
      height += block.height();
    }
    return height + (blocks.size() - 1) * density.gap();
  }
}
