package dailyreport.adapters.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.TickerDirectory;
import dailyreport.application.port.ChartForm;
import dailyreport.application.port.Messages;
import dailyreport.contract.DirectTechnicalAnalysis;
import dailyreport.contract.Examples;
import dailyreport.domain.market.Analysis;
import dailyreport.domain.market.Bar;
import dailyreport.domain.market.Company;
import dailyreport.domain.market.Instrument;
import dailyreport.domain.market.PriceHistory;
import dailyreport.domain.report.ChartData;
import dailyreport.domain.report.FactSheet;
import dailyreport.domain.report.Facts;
import dailyreport.domain.report.Guard;
import dailyreport.domain.report.Method;
import dailyreport.domain.report.Narrative;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportKey;
import dailyreport.domain.report.ReportText;
import dailyreport.domain.report.StanceRules;
import dailyreport.domain.report.TemplateNarrator;
import dailyreport.domain.report.Usage;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * No box and no hole in any picture: everything we write ourselves is in every weight of the font,
 * and what is not is on one short list.
 */
class MissingGlyphTest {
  /** Only in the text for LINE, whose own font has them; pictures use the titles without. */
  private static final Set<String> CHAT_ONLY =
      Set.of("📖", "💡", "🎯", "⚠", Character.toString(0xFE0F), "📊", "📎");

  /** The halves of flags, in the list of markets. */
  private static final Pattern FLAG = Pattern.compile("[\\x{1F1E6}-\\x{1F1FF}]");

  private static final int EMOJI_FORM = 0xFE0F;
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  @BeforeAll
  static void fonts() {
    HeadlessFonts.install();
  }

  /** Characters of the text that a weight has no glyph for, or that shaping turns into a box. */
  private static Set<String> missing(String text) {
    var missing = new TreeSet<String>();
    for (Typeface face : Typeface.values()) {
      Font font = face.at(16);
      for (String word : text.split("[ \n]+")) {
        String known =
            word.codePoints()
                .peek(c -> {
                  if (!font.canDisplay(c)) {
                    missing.add(Character.toString(c));
                  }
                })
                .filter(c -> font.canDisplay(c) && c != EMOJI_FORM)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        if (boxed(known, font)) {
          missing.add(word);
        }
      }
    }
    return missing;
  }

  private static boolean boxed(String text, Font font) {
    if (text.isEmpty()) {
      return false;
    }
    var glyphs = font.layoutGlyphVector(EXACT, text.toCharArray(), 0, text.length(), 0);
    return IntStream.range(0, glyphs.getNumGlyphs())
        .anyMatch(i -> glyphs.getGlyphCode(i) == font.getMissingGlyphCode());
  }

  @Test
  void everySymbolAndNameOfTheListIsDrawnAsItIsWritten() {
    List<Instrument> all = TickerDirectory.bundled().all();
    assertThat(all).hasSize(56);
    for (Instrument instrument : all) {
      for (String text :
          List.of(
              instrument.name(),
              instrument.ticker().symbol(),
              instrument.underlying().symbol(),
              instrument.underlying().currency())) {
        assertThat(missing(text)).as(text).isEmpty();
        assertThat(DrawableText.clean(text)).isEqualTo(text);
      }
    }
  }

  @Test
  void everyMessageOfTheCatalogueIsInTheFontButItsFlags() throws IOException {
    var texts = new Properties();
    var module =
        ModuleLayer.boot()
            .configuration()
            .findModule(Messages.class.getModule().getName())
            .orElseThrow();
    try (var reader = module.reference().open();
        var stream =
            reader.open("dailyreport/application/port/messages.properties").orElseThrow()) {
      texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }
    assertThat(texts).hasSize(Messages.values().length);
    for (String name : texts.stringPropertyNames()) {
      assertThat(missing(texts.getProperty(name)))
          .as(name)
          .allMatch(text -> CHAT_ONLY.contains(text) || FLAG.matcher(text).matches());
    }
  }

  /** Shares and funds, up and down, with full and with next to no history and figures. */
  private static List<Report> reports(Instrument instrument) {
    var reports = new ArrayList<Report>();
    double tick = instrument.underlying().currency().equals("VND") ? 100 : 0.01;
    for (int bars : new int[] {320, 60, 12}) {
      List<Bar> walk = Sample.walk(bars, 1000 * tick, tick, instrument.name().hashCode() + bars);
      reports.add(report(instrument, walk, Examples.company(instrument.name())));
      reports.add(report(instrument, falling(walk), Company.named(instrument.name())));
    }
    return reports;
  }

  /** The same walk backwards in time. */
  private static List<Bar> falling(List<Bar> bars) {
    var turned = new ArrayList<Bar>();
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(bars.size() - 1 - i);
      turned.add(
          new Bar(
              bars.get(i).session(),
              bar.close(),
              bar.high(),
              bar.low(),
              bar.open(),
              bar.open(),
              bar.volume()));
    }
    return turned;
  }

  private static Report report(Instrument instrument, List<Bar> bars, Company company) {
    var prices =
        new PriceHistory(
            instrument.underlying(),
            instrument.underlying().currency(),
            "yahoo",
            true,
            bars,
            List.of());
    Analysis analysis = new DirectTechnicalAnalysis().analyse(prices);
    StanceRules.Result stance = StanceRules.judge(analysis, Sample.LAST);
    var facts =
        new FactSheet(
            new ReportKey(instrument.ticker(), Sample.LAST),
            instrument.underlying(),
            company,
            Facts.of(analysis, company, stance),
            stance,
            Examples.report().facts().news(),
            Sample.LAST);
    return new Report(
        facts,
        TemplateNarrator.write(facts, Narrative.Author.TEMPLATE),
        analysis.readings(),
        ChartData.of(analysis),
        Method.of(prices),
        Optional.empty(),
        List.of(),
        Examples.NOW,
        Usage.none());
  }

  @Test
  void everyTextOfTheTemplateAboutEveryReceiptIsInTheFont() {
    var sentences = new TreeSet<String>();
    for (Instrument instrument : TickerDirectory.bundled().all()) {
      for (Report report : reports(instrument)) {
        Set<String> missing = missing(ReportText.compose(report, false));
        assertThat(CHAT_ONLY).as("%s", instrument).containsAll(missing);
        report
            .narrative()
            .sections()
            .forEach(section -> {
              assertThat(missing(section.kind().title())).isEmpty();
              sentences.addAll(section.paragraphs());
            });
      }
    }
    assertThat(sentences).as("different paragraphs").hasSizeGreaterThan(500);
    for (String sentence : sentences) {
      assertThat(missing(sentence)).as(sentence).isEmpty();
      assertThat(DrawableText.clean(sentence)).isEqualTo(sentence);
    }
    Arrays.stream(Guard.values())
        .forEach(guard -> assertThat(missing(guard.thai())).as("%s", guard).isEmpty());
  }

  @Test
  void everyInscriptionOfEveryChartIsInTheFont() {
    for (Instrument instrument : TickerDirectory.bundled().all()) {
      Report report = reports(instrument).getFirst();
      for (Ink.Inscription drawn : ChartDrawing.of(report, ChartForm.PHONE_LIGHT).inscriptions()) {
        assertThat(missing(drawn.text())).as("%s: %s", instrument, drawn.text()).isEmpty();
      }
    }
  }

  @Test
  void aMissingCharacterIsNoticed() {
    assertThat(missing("ราคา ● ขึ้น")).containsExactly("●");
    assertThat(missing("中国 DBS 🚀")).containsExactlyInAnyOrder("中", "国", "🚀");
  }
}
