package dailyreport.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.domain.market.Band;
import dailyreport.domain.market.Indicator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTextTest {
  private static final String WHOLE =
      """
      DBS19 · DBS Group Holdings (D05.SI, SGX)
      ปิด 53.15 SGD  ▼ -1.28 (-2.35%)
      ข้อมูล ณ 11 พ.ย. 2568 (ราคาปิดล่าสุดของ SGX)
      เปลี่ยนจากรายงานก่อน: ผลตามกฎ จาก ถือ เป็น ซื้อเพิ่ม, RSI จาก ปานกลางสูง เป็น สูง
      ฉบับสรุปตัวเลข

      📖 เรื่องราวของหุ้นตัวนี้
      DBS Group Holdings ปิดที่ 53.15 SGD โดยราคาลดลง 2.35% จากวันก่อน แนวโน้มระยะสั้นเป็นขาขึ้น ราคาอยู่เหนือ SMA20 และ SMA20 อยู่เหนือ SMA50 ความผันผวนวัดด้วย ATR 1.47% อยู่ในระดับต่ำ

      💡 สิ่งที่คุณต้องรู้
      RSI อยู่ที่ 66.35 (เปอร์เซ็นไทล์ 77.8%) แรงซื้อยังนำอยู่ ส่วน MACD อยู่ที่ 0.6526 เหนือเส้น Signal ที่ 0.6000 แรงส่งจึงเอนไปทางขาขึ้น
      ราคาสูงกว่า VWAP 252 วันทำการ 19.51% ซึ่งห่างจากต้นทุนเฉลี่ยของตลาดมาก

      🎯 ควรทำอะไรตอนนี้?
      ผลตามกฎทางเทคนิค: ซื้อเพิ่ม (BUY) คะแนน +6 · ราคาอยู่เหนือ SMA20, SMA20 อยู่เหนือ SMA50, ราคาอยู่เหนือ SMA200
      มุมมองนี้จะเปลี่ยนหากราคาหลุด SMA20 ที่ 52.00 SGD หรือ MACD ตัดลงใต้เส้น Signal

      ⚠️ ระวังอะไร?
      ราคาสูงกว่า VWAP 252 วันทำการมาก อาจมีแรงขายทำกำไร
      มูลค่า DR เป็นบาทยังขึ้นกับอัตราแลกเปลี่ยน SGD

      📊 การวิเคราะห์เปอร์เซ็นไทล์
      RSI (14) 66.35 · เปอร์เซ็นไทล์ 77.8% (จาก 252 วันทำการ) สูง
      MACD 0.6526 · เปอร์เซ็นไทล์ 66.7% (จาก 252 วันทำการ) ปานกลางสูง
      ATR (14) 1.47% · เปอร์เซ็นไทล์ 94.4% (จาก 252 วันทำการ) สูงมาก
      ราคาเทียบ VWAP 252 วันทำการ +19.51% · เปอร์เซ็นไทล์ 92.5% (จาก 40 วันทำการ) ช่วงข้อมูลสั้น
      ปริมาณเทียบค่าเฉลี่ย 20 วัน ข้อมูลไม่พอ

      📎 ข่าวอ้างอิง
      [1] DBS raises its dividend — Reuters, 10 พ.ย. 2568

      หมายเหตุ
      ราคาเป็นของหุ้นอ้างอิงในสกุล SGD ไม่ใช่ราคา DR เป็นบาท
      จัดทำโดยระบบอัตโนมัติเพื่อการศึกษาเท่านั้น ไม่ใช่คำแนะนำการลงทุน ข้อมูลอาจล่าช้าหรือคลาดเคลื่อน ผลในอดีตไม่รับประกันผลในอนาคต ที่มา: Yahoo Finance
      """;

  private static Report whole() {
    var changes =
        new Changes(
            Drawn.SESSION.minusDays(1),
            List.of(new Changes.BandChange(Indicator.RSI_14, Band.UPPER_MIDDLE, Band.HIGH)),
            Optional.of(new Changes.StanceChange(Stance.HOLD, Stance.BUY)));
    return Reported.of(
        Reported.drawn().analysis(),
        Narrative.Author.TEMPLATE,
        Optional.of(changes),
        List.of(Reported.headline()));
  }

  private static Report by(Narrative.Author author, String source) {
    return Reported.of(
        Reported.from(source, Reported.drawn().analysis()), author, Optional.empty(), List.of());
  }

  @Test
  void theWholeText() {
    assertThat(ReportText.compose(whole(), false)).isEqualTo(WHOLE);
  }

  @Test
  void aThaiLocaleChangesNothing() {
    Locale own = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("th-TH-u-nu-thai-ca-buddhist"));

      assertThat(ReportText.compose(whole(), false)).isEqualTo(WHOLE);
    } finally {
      Locale.setDefault(own);
    }
  }

  @Test
  void aStaleReportSaysThatNewerDataCouldNotBeHad() {
    assertThat(ReportText.dataLine(whole(), true))
        .isEqualTo("ข้อมูล ณ 11 พ.ย. 2568 ยังดึงข้อมูลล่าสุดไม่ได้");
  }

  @Test
  void anExampleIsNeverShownAsACurrentPrice() {
    assertThat(ReportText.dataLine(by(Narrative.Author.TEMPLATE, "sample"), false))
        .isEqualTo("ตัวอย่าง · ข้อมูล ณ 11 พ.ย. 2568 (ไม่ใช่ราคาปัจจุบัน)");
    assertThat(ReportText.dataLine(by(Narrative.Author.TEMPLATE, "file:0a1b2c3d"), true))
        .startsWith("ตัวอย่าง");
    assertThat(ReportText.shortDisclaimer(by(Narrative.Author.TEMPLATE, "twelvedata")))
        .isEqualTo("ข้อมูล: Twelve Data · เพื่อการศึกษา ไม่ใช่คำแนะนำการลงทุน");
  }

  @Test
  void withoutNewsOrChangesTheirLinesAreAbsent() {
    String text = ReportText.compose(Reported.of(Reported.drawn()), false);

    assertThat(text).doesNotContain("📎", "เปลี่ยนจากรายงานก่อน", "\n\n\n");
  }

  @Test
  void theAuthorIsDisclosed() {
    assertThat(ReportText.editionLine(by(Narrative.Author.TEMPLATE_AFTER_FAILURE, "yahoo")))
        .contains("ฉบับสรุปตัวเลข (บทวิเคราะห์ยังไม่พร้อม)");
    assertThat(ReportText.editionLine(by(Narrative.Author.MODEL, "yahoo"))).isEmpty();
    assertThat(ReportText.disclaimer(by(Narrative.Author.MODEL, "yahoo")))
        .endsWith("ที่มา: Yahoo Finance เนื้อหาบรรยายเขียนโดย AI");
    assertThat(ReportText.disclaimer(by(Narrative.Author.TEMPLATE, "yahoo"))).doesNotContain("AI");
  }

  @Test
  void aGuardIsTheReasonOfItsHold() {
    Report report = Reported.of(Reported.drawn().with(Indicator.RSI_14, 75.0));

    assertThat(ReportText.stanceLine(report))
        .isEqualTo("ผลตามกฎทางเทคนิค: ถือ (HOLD) คะแนน +4 · RSI อยู่ในเขตซื้อมากเกินไป");
  }

  @Test
  void aShareWithOneBarStillHasAText() {
    assertThat(ReportText.compose(Reported.of(new Drawn().bars(1).closes(50, 53.15)), false))
        .contains("ปิด 53.15 SGD\n", "คะแนน 0\n", "RSI (14) ข้อมูลไม่พอ\n");
  }
}
