package dailyreport.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.domain.market.Analysis;
import dailyreport.domain.market.Company;
import dailyreport.domain.market.Exchange;
import dailyreport.domain.market.Indicator;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.market.Underlying;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The template is the product on a day without a model, so it is compared whole. */
class TemplateNarratorTest {
  private static final Company DBS =
      new Company(
          "DBS Group Holdings",
          Optional.of("Financial Services"),
          Optional.of("Banks - Regional"),
          OptionalDouble.of(14.03),
          OptionalDouble.of(3.79),
          OptionalDouble.of(3.5),
          OptionalDouble.of(155_710_000_000.0),
          OptionalDouble.of(56.2),
          OptionalInt.of(18),
          Optional.of("buy"),
          OptionalDouble.of(54.8),
          OptionalDouble.of(36.3));

  private static Double[] year(double... lastTwo) {
    var all = Collections.nCopies(252, lastTwo[0]).toArray(new Double[0]);
    all[251] = lastTwo[1];
    return all;
  }

  private static Drawn rising() {
    return new Drawn()
        .closes(54.43, 53.15)
        .with(Indicator.SMA_20, 52.0)
        .with(Indicator.SMA_50, 51.0)
        .with(Indicator.SMA_200, 45.0)
        .with(Indicator.BB_UPPER, 55.5)
        .with(Indicator.BB_LOWER, 48.5)
        .with(Indicator.VWAP_252, 44.47)
        .with(Indicator.RSI_14, year(60, 66.35))
        .with(Indicator.MACD, year(0.5, 0.6526))
        .with(Indicator.MACD_SIGNAL, 0.6)
        .with(Indicator.ATR_PCT, year(1.2, 1.47))
        .with(Indicator.VWAP_GAP_PCT, year(10, 19.51))
        .with(Indicator.VOLUME_RATIO, year(1, 0.57));
  }

  private static FactSheet sheet(Drawn drawn, Company company, Underlying underlying) {
    return sheet(drawn, company, underlying, Drawn.SESSION);
  }

  private static FactSheet sheet(
      Drawn drawn, Company company, Underlying underlying, LocalDate session) {
    Analysis analysis = drawn.of(underlying).analysis();
    StanceRules.Result stance = StanceRules.judge(analysis, session);
    return new FactSheet(
        new ReportKey(new Ticker("DBS19"), session),
        underlying,
        company,
        Facts.of(analysis, company, stance),
        stance,
        List.of(),
        session);
  }

  private static String written(FactSheet facts) {
    var text = new StringBuilder();
    for (Section section : TemplateNarrator.write(facts, Narrative.Author.TEMPLATE).sections()) {
      text.append(section.kind()).append('\n');
      section.paragraphs().forEach(paragraph -> text.append(paragraph).append('\n'));
    }
    return text.toString();
  }

  @Test
  void aShareWithEverythingKnown() {
    assertThat(written(sheet(rising(), DBS, Drawn.DBS)))
        .isEqualTo(
            """
            STORY
            DBS Group Holdings ปิดที่ 53.15 SGD โดยราคาลดลง 2.35% จากวันก่อน แนวโน้มระยะสั้นเป็นขาขึ้น ราคาอยู่เหนือ SMA20 และ SMA20 อยู่เหนือ SMA50 ความผันผวนวัดด้วย ATR 1.47% อยู่ในระดับต่ำ
            INSIGHT
            RSI อยู่ที่ 66.35 (เปอร์เซ็นไทล์ 100.0%) แรงซื้อยังนำอยู่ ส่วน MACD อยู่ที่ 0.6526 เหนือเส้น Signal ที่ 0.6000 แรงส่งจึงเอนไปทางขาขึ้น
            ราคาสูงกว่า VWAP 252 วันทำการ 19.51% ซึ่งห่างจากต้นทุนเฉลี่ยของตลาดมาก กรอบ 52 สัปดาห์ ต่ำสุด 36.30 SGD สูงสุด 54.80 SGD
            ปริมาณซื้อขาย 0.57 เท่าของค่าเฉลี่ย 20 วัน ถือว่าเบาบาง
            ธุรกิจอยู่ในกลุ่มการเงิน มูลค่าตลาด 155.71 พันล้าน SGD · P/E 14.03 · EPS 3.79 SGD · อัตราเงินปันผล 3.50% นักวิเคราะห์ 18 รายให้ราคาเป้าหมายเฉลี่ย 56.20 SGD
            ACTION
            มุมมองนี้จะเปลี่ยนหากราคาหลุด SMA20 ที่ 52.00 SGD หรือ MACD ตัดลงใต้เส้น Signal ระยะสั้นติดตามกรอบล่างของ Bollinger ที่ 48.50 SGD และกรอบบนที่ 55.50 SGD
            RISK
            ราคาสูงกว่า VWAP 252 วันทำการมาก อาจมีแรงขายทำกำไร
            ปริมาณเบาบาง สัญญาณน่าเชื่อถือน้อยลง
            มูลค่า DR เป็นบาทยังขึ้นกับอัตราแลกเปลี่ยน SGD
            """);
  }

  @Test
  void aFundHasNoCompanyFigures() {
    var gold = new Underlying("GLD", Exchange.ARCA, "USD", Underlying.Kind.FUND);

    assertThat(
            written(
                sheet(
                    rising()
                        .closes(53, 53)
                        .with(Indicator.SMA_20, 54.0)
                        .with(Indicator.SMA_50, 53.5)
                        .with(Indicator.VWAP_GAP_PCT, year(1, 2.1))
                        .with(Indicator.VOLUME_RATIO, year(1, 1.02))
                        .with(Indicator.MACD, year(0.5, -0.2)),
                    Company.named("SPDR Gold Shares"),
                    gold)))
        .isEqualTo(
            """
            STORY
            กองทุน SPDR Gold Shares ปิดที่ 53.00 USD โดยราคาไม่เปลี่ยนแปลงจากวันก่อน แนวโน้มระยะสั้นเริ่มอ่อนแรง ราคาอยู่ต่ำกว่า SMA20 แต่ SMA20 ยังอยู่เหนือ SMA50 ความผันผวนวัดด้วย ATR 1.47% อยู่ในระดับต่ำ
            INSIGHT
            RSI อยู่ที่ 66.35 (เปอร์เซ็นไทล์ 100.0%) แรงซื้อยังนำอยู่ ส่วน MACD อยู่ที่ -0.2000 ใต้เส้น Signal ที่ 0.6000 แรงส่งจึงเอนไปทางขาลง
            ราคาสูงกว่า VWAP 252 วันทำการ 2.10% ซึ่งใกล้ต้นทุนเฉลี่ยของตลาด
            ปริมาณซื้อขาย 1.02 เท่าของค่าเฉลี่ย 20 วัน ถือว่าปกติ
            กองทุนนี้ซื้อขายในตลาด ARCA โดยไม่มีตัวเลขกำไรแบบหุ้นรายบริษัท
            ACTION
            มุมมองจะดีขึ้นหากราคากลับขึ้นเหนือ SMA20 ที่ 54.00 USD และ SMA50 ที่ 53.50 USD แต่จะแย่ลงหากแรงขายมาพร้อมปริมาณซื้อขายที่หนาแน่น ระยะสั้นติดตามกรอบล่างของ Bollinger ที่ 48.50 USD และกรอบบนที่ 55.50 USD
            RISK
            ไม่พบสัญญาณเสี่ยงเด่นจากตัวชี้วัด
            มูลค่า DR เป็นบาทยังขึ้นกับอัตราแลกเปลี่ยน USD
            """);
  }

  @Test
  void aShareWithTwelveBarsSaysThatItIsNew() {
    assertThat(
            written(
                sheet(
                    new Drawn().closes(50, 51).bars(12),
                    Company.named("Example Holdings"),
                    Drawn.DBS)))
        .isEqualTo(
            """
            STORY
            Example Holdings ปิดที่ 51.00 SGD โดยราคาเพิ่มขึ้น 2.00% จากวันก่อน ข้อมูลย้อนหลังยังสั้น จึงยังบอกแนวโน้มจากเส้นค่าเฉลี่ยไม่ได้
            INSIGHT
            ราคาย้อนหลังยังไม่พอคำนวณ RSI, MACD และ VWAP ตัวชี้วัดเหล่านี้จะมีค่าเมื่อมีข้อมูลมากขึ้น
            ACTION
            ข้อมูลย้อนหลังยังไม่พอให้กฎทางเทคนิคตัดสิน ควรรอให้มีข้อมูลมากขึ้นก่อน
            RISK
            ข้อมูลย้อนหลังสั้น ภาพรวมอาจเปลี่ยนได้มากเมื่อมีข้อมูลเพิ่ม
            มูลค่า DR เป็นบาทยังขึ้นกับอัตราแลกเปลี่ยน SGD
            """);
  }

  @Test
  void anOverboughtShareIsToldWhatTheGuardWaitsFor() {
    assertThat(written(sheet(rising().with(Indicator.RSI_14, year(60, 72)), DBS, Drawn.DBS)))
        .contains(
            "แต่ RSI อยู่ในเขตซื้อมากเกินไป มุมมองจะเปลี่ยนหาก RSI ลดลงต่ำกว่าระดับ 70 โดยราคายังยืนเหนือ SMA20 ที่ 52.00 SGD",
            "RISK\nRSI เกินระดับ 70 ระวังแรงขาย\n");
  }

  @Test
  void theOutlookDoesNotAnnounceWhatHasHappened() {
    assertThat(written(sheet(rising(), DBS, Drawn.DBS)))
        .contains("หากราคาหลุด SMA20 ที่ 52.00 SGD หรือ MACD ตัดลงใต้เส้น Signal");
    assertThat(written(sheet(rising().with(Indicator.MACD_SIGNAL, 0.7), DBS, Drawn.DBS)))
        .contains("หากราคาหลุด SMA20 ที่ 52.00 SGD หรือ MACD ยังอยู่ใต้เส้น Signal ต่อไป");
  }

  @Test
  void aSuspectOrOldPriceIsTheFirstRisk() {
    assertThat(written(sheet(rising().closes(30, 53.15), DBS, Drawn.DBS)))
        .contains("ควรตรวจสอบกับแหล่งข้อมูลอื่น", "RISK\nราคาล่าสุดอาจไม่ตรงกับตลาด");
    assertThat(written(sheet(rising(), DBS, Drawn.DBS, Drawn.SESSION.plusDays(10))))
        .contains("ควรรอราคาใหม่ก่อนตัดสินใจ", "RISK\nราคาล่าสุดอาจไม่ตรงกับตลาด");
  }
}
