package dailyreport.domain.report;

import dailyreport.domain.market.Analysis;
import dailyreport.domain.market.Band;
import dailyreport.domain.market.Company;
import dailyreport.domain.market.Indicator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Builds the facts of a report: report.md, section 8. */
public final class Facts {
  private final List<Fact> facts = new ArrayList<>();
  private final Analysis analysis;
  private final String currency;
  private final ClosingPrice price;

  private Facts(Analysis analysis) {
    this.analysis = analysis;
    this.currency = analysis.prices().currency();
    this.price = ClosingPrice.of(analysis.prices().bars(), currency);
  }

  /**
   * All known facts; an absent figure gives no fact. A percentile of fewer than {@link
   * Band#LEAST_VALUES} values is no fact either: it may be printed with its n, but it carries no
   * sentence.
   *
   * @param analysis prices up to the session, at least one bar, in the currency of the facts
   * @param company figures
   * @param stance for its score
   */
  public static List<Fact> of(Analysis analysis, Company company, StanceRules.Result stance) {
    var facts = new Facts(analysis);
    facts.prices();
    facts.indicators();
    facts.company(company);
    facts.add(
        "STANCE_SCORE",
        BigDecimal.valueOf(stance.score()),
        Unit.NONE,
        0,
        true,
        Figures.signed(BigDecimal.valueOf(stance.score()), 0));
    return List.copyOf(facts.facts);
  }

  private void prices() {
    money("PRICE", price.close(), price.decimals());
    price
        .changePct()
        .ifPresent(percent -> add("CHANGE_PCT", percent, Unit.PCT, 2, true, change(percent)));
    computed("VWAP", Indicator.VWAP_252);
    computed("SMA_20", Indicator.SMA_20);
    computed("SMA_50", Indicator.SMA_50);
    computed("SMA_200", Indicator.SMA_200);
    computed("BB_UPPER", Indicator.BB_UPPER);
    computed("BB_LOWER", Indicator.BB_LOWER);
  }

  private void indicators() {
    reading("RSI", Indicator.RSI_14, Unit.NONE, 2, false);
    reading("MACD", Indicator.MACD, Unit.NONE, 4, true);
    reading("MACD_SIGNAL", Indicator.MACD_SIGNAL, Unit.NONE, 4, true);
    reading("ATR_PCT", Indicator.ATR_PCT, Unit.PCT, 2, false);
    OptionalDouble gap = newest(Indicator.VWAP_GAP_PCT);
    if (gap.isPresent()) {
      BigDecimal value = BigDecimal.valueOf(gap.getAsDouble());
      add("VWAP_GAP", value, Unit.PCT, 2, true, gap(value));
    }
    reading("VOLUME_RATIO", Indicator.VOLUME_RATIO, Unit.MULT, 2, false);
    percentile("RSI_PCTL", Indicator.RSI_14);
    percentile("MACD_PCTL", Indicator.MACD);
    percentile("ATR_PCTL", Indicator.ATR_PCT);
    percentile("VWAP_PCTL", Indicator.VWAP_GAP_PCT);
    percentile("VOLUME_PCTL", Indicator.VOLUME_RATIO);
  }

  private void company(Company company) {
    price("TARGET_PRICE", company.targetPrice());
    price("HIGH_52W", company.high52Weeks());
    price("LOW_52W", company.low52Weeks());
    number("EPS", company.earningsPerShare(), Unit.MONEY, currency.equals("VND") ? 0 : 2);
    if (company.marketCap().isPresent()) {
      BigDecimal cap = BigDecimal.valueOf(company.marketCap().getAsDouble());
      String text = Figures.large(cap) + " " + currency;
      add("MARKET_CAP", cap, Unit.MONEY, 0, false, text);
    }
    number("PE", company.priceEarnings(), Unit.NONE, 2);
    number("DIVIDEND_YIELD", company.dividendYieldPct(), Unit.PCT, 2);
    if (company.analysts().isPresent()) {
      number("ANALYSTS", OptionalDouble.of(company.analysts().getAsInt()), Unit.NONE, 0);
    }
  }

  private OptionalDouble newest(Indicator indicator) {
    return StanceRules.newest(analysis, indicator);
  }

  private void computed(String id, Indicator indicator) {
    newest(indicator).ifPresent(value -> money(id, BigDecimal.valueOf(value), price.decimals()));
  }

  private void price(String id, OptionalDouble value) {
    value.ifPresent(known -> {
      BigDecimal amount = BigDecimal.valueOf(known);
      money(id, amount, Figures.priceDecimals(amount, currency));
    });
  }

  private void reading(String id, Indicator indicator, Unit unit, int decimals, boolean signed) {
    newest(indicator)
        .ifPresent(known -> {
          BigDecimal value = BigDecimal.valueOf(known);
          add(id, value, unit, decimals, signed, text(value, unit, decimals));
        });
  }

  private void percentile(String id, Indicator indicator) {
    analysis
        .reading(indicator)
        .map(reading -> reading.percentile())
        .filter(known -> known.n() >= Band.LEAST_VALUES)
        .ifPresent(known -> {
          BigDecimal value = BigDecimal.valueOf(known.value());
          add(id, value, Unit.PCT, 1, false, text(value, Unit.PCT, 1));
        });
  }

  private void number(String id, OptionalDouble value, Unit unit, int decimals) {
    value.ifPresent(known -> {
      BigDecimal exact = BigDecimal.valueOf(known);
      add(id, exact, unit, decimals, false, text(exact, unit, decimals));
    });
  }

  private void money(String id, BigDecimal value, int decimals) {
    add(id, value, Unit.MONEY, decimals, false, text(value, Unit.MONEY, decimals));
  }

  private void add(
      String id, BigDecimal value, Unit unit, int decimals, boolean signed, String text) {
    String money = unit == Unit.MONEY ? currency : "";
    facts.add(new Fact(id, value, unit, money, decimals, signed, Labels.of(id), text));
  }

  private String text(BigDecimal value, Unit unit, int decimals) {
    String number = Figures.grouped(value, decimals);
    return switch (unit) {
      case NONE -> number;
      case PCT -> number + "%";
      case MULT -> number + " เท่า";
      case MONEY -> number + " " + currency;
      case OF100 -> number + "/100";
    };
  }

  private static String change(BigDecimal percent) {
    return switch (printedSign(percent)) {
      case 1 -> "เพิ่มขึ้น " + Figures.grouped(percent.abs(), 2) + "%";
      case -1 -> "ลดลง " + Figures.grouped(percent.abs(), 2) + "%";
      default -> "ไม่เปลี่ยนแปลง";
    };
  }

  private static String gap(BigDecimal percent) {
    return switch (printedSign(percent)) {
      case 1 -> "สูงกว่า VWAP 252 วันทำการ " + Figures.grouped(percent.abs(), 2) + "%";
      case -1 -> "ต่ำกว่า VWAP 252 วันทำการ " + Figures.grouped(percent.abs(), 2) + "%";
      default -> "เท่ากับ VWAP 252 วันทำการ";
    };
  }

  private static int printedSign(BigDecimal percent) {
    return percent.setScale(2, RoundingMode.HALF_UP).signum();
  }
}
