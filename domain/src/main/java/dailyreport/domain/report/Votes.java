package dailyreport.domain.report;

import dailyreport.domain.market.Analysis;
import dailyreport.domain.market.Bar;
import dailyreport.domain.market.Indicator;
import java.util.List;
import java.util.OptionalDouble;

/** The eight votes of the stance rules on the newest bar, with their Thai reasons. */
final class Votes {
  /** Prices closer than this share of the close count as equal. */
  private static final double EQUAL = 1e-9;

  /** Percent from VWAP, either way, beyond which the price is stretched and has no vote. */
  private static final double STRETCHED = Thresholds.VWAP_GAP.limits().getLast().doubleValue();

  private final Analysis analysis;
  private final double close;

  private Votes(Analysis analysis) {
    this.analysis = analysis;
    this.close = analysis.prices().bars().getLast().close();
  }

  /** One vote for each rule, in the order of {@link Vote.Rule}; an absent reading votes 0. */
  static List<Vote> of(Analysis analysis) {
    var votes = new Votes(analysis);
    OptionalDouble price = OptionalDouble.of(votes.close);
    OptionalDouble sma20 = votes.newest(Indicator.SMA_20);
    OptionalDouble macd = votes.newest(Indicator.MACD);
    return List.of(
        votes.compare(Vote.Rule.CLOSE_SMA_20, "ราคา", price, "SMA20", sma20),
        votes.compare(
            Vote.Rule.SMA_20_SMA_50, "SMA20", sma20, "SMA50", votes.newest(Indicator.SMA_50)),
        votes.compare(
            Vote.Rule.CLOSE_SMA_200, "ราคา", price, "SMA200", votes.newest(Indicator.SMA_200)),
        votes.compare(
            Vote.Rule.MACD_SIGNAL,
            "MACD",
            macd,
            "เส้น Signal",
            votes.newest(Indicator.MACD_SIGNAL)),
        votes.compare(Vote.Rule.MACD_ZERO, "MACD", macd, "เส้นศูนย์", OptionalDouble.of(0)),
        votes.rsi(),
        votes.vwapGap(),
        votes.volume());
  }

  private OptionalDouble newest(Indicator indicator) {
    return StanceRules.newest(analysis, indicator);
  }

  private Vote compare(
      Vote.Rule rule, String name, OptionalDouble value, String against, OptionalDouble limit) {
    if (value.isEmpty() || limit.isEmpty()) {
      return new Vote(
          rule,
          0,
          "ข้อมูลไม่พอเทียบ" + spaced(name) + (isThai(name) ? "" : " ") + "กับ" + spaced(against));
    }
    int points = sign(value.getAsDouble() - limit.getAsDouble());
    String place =
        points > 0 ? " อยู่เหนือ" : points < 0 ? " อยู่ต่ำกว่า" : " อยู่ที่ระดับเดียวกับ";
    String subject = isThai(name) ? name + place.strip() : name + place;
    return new Vote(rule, points, subject + spaced(against));
  }

  /** Thai needs no space between words, a Latin name does. */
  private static String spaced(String name) {
    return isThai(name) ? name : " " + name;
  }

  private static boolean isThai(String name) {
    return name.charAt(0) >= '\u0E00';
  }

  private Vote rsi() {
    OptionalDouble rsi = newest(Indicator.RSI_14);
    if (rsi.isEmpty()) {
      return new Vote(Vote.Rule.RSI, 0, "ข้อมูลไม่พอคำนวณ RSI");
    }
    return switch (Thresholds.RSI.level(rsi.getAsDouble())) {
      case 0 -> new Vote(Vote.Rule.RSI, 1, "RSI อยู่ในเขตขายมากเกินไป");
      case 1 -> new Vote(Vote.Rule.RSI, -1, "RSI สะท้อนแรงขายที่นำอยู่");
      case 2 -> new Vote(Vote.Rule.RSI, 1, "RSI สะท้อนแรงซื้อที่นำอยู่");
      default -> new Vote(Vote.Rule.RSI, -1, "RSI อยู่ในเขตซื้อมากเกินไป");
    };
  }

  private Vote vwapGap() {
    OptionalDouble gap = newest(Indicator.VWAP_GAP_PCT);
    if (gap.isEmpty()) {
      return new Vote(Vote.Rule.VWAP_GAP, 0, "ข้อมูลไม่พอคำนวณ VWAP 252 วันทำการ");
    }
    if (Math.abs(gap.getAsDouble()) > STRETCHED) {
      return new Vote(Vote.Rule.VWAP_GAP, 0, "ราคาห่างจาก VWAP 252 วันทำการมาก");
    }
    if (Math.abs(gap.getAsDouble()) <= 100 * EQUAL) {
      return new Vote(Vote.Rule.VWAP_GAP, 0, "ราคาอยู่ที่ระดับเดียวกับ VWAP 252 วันทำการ");
    }
    return gap.getAsDouble() > 0
        ? new Vote(Vote.Rule.VWAP_GAP, 1, "ราคาอยู่เหนือ VWAP 252 วันทำการ")
        : new Vote(Vote.Rule.VWAP_GAP, -1, "ราคาอยู่ต่ำกว่า VWAP 252 วันทำการ");
  }

  private Vote volume() {
    OptionalDouble ratio = newest(Indicator.VOLUME_RATIO);
    if (ratio.isEmpty()) {
      return new Vote(Vote.Rule.VOLUME, 0, "ข้อมูลไม่พอเทียบปริมาณซื้อขาย");
    }
    if (Thresholds.VOLUME_RATIO.level(ratio.getAsDouble()) < 2) {
      return new Vote(Vote.Rule.VOLUME, 0, "ปริมาณซื้อขายไม่หนาแน่น");
    }
    return switch (dayChange()) {
      case 1 -> new Vote(Vote.Rule.VOLUME, 1, "ปริมาณซื้อขายหนาแน่นในวันที่ราคาเพิ่มขึ้น");
      case -1 -> new Vote(Vote.Rule.VOLUME, -1, "ปริมาณซื้อขายหนาแน่นในวันที่ราคาลดลง");
      default -> new Vote(Vote.Rule.VOLUME, 0, "ปริมาณซื้อขายหนาแน่นแต่ราคาไม่เปลี่ยนแปลง");
    };
  }

  private int dayChange() {
    List<Bar> bars = analysis.prices().bars();
    return bars.size() < 2
        ? 0
        : sign(bars.getLast().tradedClose() - bars.get(bars.size() - 2).tradedClose());
  }

  private int sign(double difference) {
    return Math.abs(difference) <= EQUAL * close ? 0 : difference > 0 ? 1 : -1;
  }
}
