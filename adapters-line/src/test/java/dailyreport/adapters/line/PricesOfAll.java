package dailyreport.adapters.line;

import dailyreport.application.TickerDirectory;
import dailyreport.application.cache.Sessions;
import dailyreport.application.port.Quotes;
import dailyreport.contract.Examples;
import dailyreport.domain.market.Bar;
import dailyreport.domain.market.Instrument;
import dailyreport.domain.market.PriceHistory;
import dailyreport.domain.market.TradingCalendar;
import dailyreport.domain.report.Draft;
import dailyreport.domain.report.Section;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Made-up prices of the whole list up to each exchange's newest session, and a text about them. */
final class PricesOfAll {
  /** Says nothing that the check would find wrong about any prices. */
  static final Draft DRAFT =
      new Draft(
          List.of(
              new Section(
                  Section.Kind.STORY,
                  List.of(
                      "ราคาหุ้นเคลื่อนไหวตามทิศทางของตลาดในภูมิภาค นักลงทุนติดตามผลประกอบการอย่างใกล้ชิด")),
              new Section(
                  Section.Kind.INSIGHT,
                  List.of(
                      "RSI อยู่ที่ {RSI} สะท้อนแรงส่งของราคาในช่วงนี้",
                      "ปริมาณการซื้อขายสะท้อนความสนใจของตลาดที่มีต่อหุ้นตัวนี้",
                      "ความผันผวนของราคาเป็นสิ่งที่ควรติดตามต่อไป")),
              new Section(
                  Section.Kind.ACTION,
                  List.of("ติดตามแนวโน้มของราคาเทียบกับเส้นค่าเฉลี่ยก่อนตัดสินใจ")),
              new Section(
                  Section.Kind.RISK, List.of("สัญญาณทางเทคนิคอาจเปลี่ยนแปลงได้เมื่อตลาดผันผวน"))));

  static final List<Quotes.Found> LISTED = listed();

  private PricesOfAll() {}

  private static List<Quotes.Found> listed() {
    TickerDirectory directory = TickerDirectory.bundled();
    Sessions sessions = Sessions.of(TradingCalendar.bundled(), directory::listed);
    var all = new ArrayList<Quotes.Found>();
    long seed = 1;
    for (Instrument instrument : directory.all()) {
      LocalDate newest = sessions.newest(instrument.ticker(), Examples.NOW).session();
      all.add(
          new Quotes.Found(
              Examples.company(instrument.name()),
              until(newest, Examples.history(instrument, 320, 50, seed++))));
    }
    return all;
  }

  private static PriceHistory until(LocalDate newest, PriceHistory prices) {
    List<Bar> bars = prices.bars().stream().filter(bar -> !bar.session().isAfter(newest)).toList();
    return new PriceHistory(
        prices.underlying(),
        prices.currency(),
        prices.source(),
        prices.adjusted(),
        bars,
        prices.bad());
  }
}
