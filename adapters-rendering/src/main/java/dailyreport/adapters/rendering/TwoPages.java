package dailyreport.adapters.rendering;

import dailyreport.domain.report.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openpdf.text.Image;

/**
 * The plan of both pages, made before anything is printed.
 *
 * <p>Page 1 has the fixed blocks and as much of the narrative as fits; page 2 the rest, the votes,
 * the news and the small print. The break that fills page 1 best is taken, a little earlier if a
 * section then begins page 2; what is still left over goes between blocks and sections. If no break
 * fits, the narrative is set more tightly.
 */
final class TwoPages {
  /** Upper edge of the content. */
  static final float TOP = PageBand.HEIGHT + 17;

  /** Lower edge of the content. */
  static final float BOTTOM = PageBand.FOOT - 10;

  /** A break before a heading is worth this many points of empty page 1. */
  private static final float CLEAN_BREAK = 34;

  /** Each step of the ladder is worth this many points of empty page 1. */
  private static final float TIGHTER = 8;

  /** Most that one gap grows by when a page is not full. */
  private static final float MOST_AIR = 14;

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

  /** Of the roomy plans the one whose page 1 ends best; else the roomiest plan that fits. */
  static TwoPages plan(Report report, Image chart, Lettering lettering) {
    List<TwoPages> plans =
        Density.LADDER.stream()
            .map(density -> new TwoPages(report, chart, lettering, density))
            .limit(Density.ROOMY)
            .filter(plan -> plan.breakAt >= 0)
            .toList();
    return plans.stream()
        .min(Comparator.comparingDouble(TwoPages::cost))
        .orElseGet(() -> tight(report, chart, lettering));
  }

  private static TwoPages tight(Report report, Image chart, Lettering lettering) {
    return Density.LADDER.stream()
        .skip(Density.ROOMY)
        .map(density -> new TwoPages(report, chart, lettering, density))
        .filter(plan -> plan.breakAt >= 0)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("the narrative does not fit two pages even when cut"));
  }

  private float cost() {
    return cost(breakAt, leftOnFirst(0)) + Density.LADDER.indexOf(density) * TIGHTER;
  }

  /** What is wrong with a break: empty points of page 1, fewer when a section begins page 2. */
  private float cost(int at, float left) {
    boolean clean = at == pieces.size() || pieces.get(at).heading();
    return left - (clean ? CLEAN_BREAK : 0);
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
        float cost = cost(at, leftOne);
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
    float air = airOnFirst();
    float y = TOP;
    for (Block block : first) {
      block.draw(sheet, Sheet.MARGIN, y);
      y += block.height() + density.gap() + air;
    }
    draw(sheet, onFirst(), y, air);
  }

  /** What each gap of page 1 grows by. */
  private float airOnFirst() {
    return Math.min(MOST_AIR, leftOnFirst(0) / (first.size() + inner(onFirst())));
  }

  /** Points of page 1 that stay empty at its foot. */
  float emptyOnFirst() {
    return leftOnFirst(airOnFirst());
  }

  private float leftOnFirst(float air) {
    float gaps = (first.size() + inner(onFirst())) * air;
    return BOTTOM - TOP - stack(first) - density.gap() - height(onFirst()) - gaps;
  }

  /** How many of the pieces are headings with something above them. */
  private static int inner(List<Piece> pieces) {
    return (int) pieces.stream().skip(1).filter(Piece::heading).count();
  }

  /** The pieces of page 1. */
  List<Piece> onFirst() {
    return pieces.subList(0, breakAt);
  }

  /** The pieces of page 2. */
  List<Piece> onSecond() {
    return pieces.subList(breakAt, pieces.size());
  }

  void drawSecond(Sheet sheet) {
    float spare = BOTTOM - TOP - fixedOnTwo() - height(onSecond());
    // What is left over goes between the blocks, the small print stands at the foot.
    float air = Math.min(MOST_AIR, spare / (3 + inner(onSecond())));
    float y = draw(sheet, onSecond(), TOP, air);
    y += density.gap() + air;
    tables.getFirst().draw(sheet, Sheet.MARGIN, y);
    tables.getLast().draw(sheet, Sheet.MARGIN + Sheet.INNER - LevelTable.WIDTH, y);
    y += tallest(tables) + density.gap() + air;
    news.draw(sheet, Sheet.MARGIN, y);
    notes.draw(sheet, Sheet.MARGIN, BOTTOM - notes.height());
  }

  private static float draw(Sheet sheet, List<Piece> pieces, float top, float air) {
    float y = top;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      y += i == 0 ? 0 : piece.before() + (piece.heading() ? air : 0);
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
