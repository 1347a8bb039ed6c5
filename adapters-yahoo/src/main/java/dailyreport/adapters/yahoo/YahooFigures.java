package dailyreport.adapters.yahoo;

import com.fasterxml.jackson.databind.JsonNode;
import dailyreport.application.port.Fault;
import dailyreport.domain.market.Company;
import java.util.Optional;
import java.util.OptionalDouble;

/** Company figures from Yahoo's v10 quoteSummary with {@code formatted=false}. */
final class YahooFigures {
  static final String MODULES =
      "price,summaryDetail,defaultKeyStatistics,financialData,assetProfile,calendarEvents";

  /** Price/earnings times earnings is the price, give or take rounding and a few minutes. */
  private static final double SAME_CURRENCY = 0.02;

  private YahooFigures() {}

  /**
   * Reads the answer.
   *
   * @param fallbackName used when the answer names nobody
   * @throws Broken {@code NOT_FOUND} when Yahoo has no figures for the symbol
   */
  static Company read(BoundedHttp.Reply reply, String fallbackName) throws Broken {
    JsonNode summary = StrictJson.parse(reply.text()).path("quoteSummary");
    if (summary.path("error").path("code").asText("").equals("Not Found")) {
      throw Broken.of(
          Fault.NOT_FOUND, Broken.Again.NEVER, "the source has no figures of the symbol");
    }
    JsonNode modules = summary.path("result").path(0);
    if (reply.status() != 200 || !modules.isObject()) {
      throw Broken.of(
          Fault.MALFORMED, Broken.Again.AT_ONCE, "HTTP " + reply.status() + " without a summary");
    }
    return company(modules, fallbackName);
  }

  private static Company company(JsonNode modules, String fallbackName) {
    JsonNode price = modules.path("price");
    JsonNode detail = modules.path("summaryDetail");
    JsonNode financial = modules.path("financialData");
    JsonNode profile = modules.path("assetProfile");
    return new Company(
        StrictJson.text(price.path("longName"))
            .or(() -> StrictJson.text(price.path("shortName")))
            .orElse(fallbackName),
        StrictJson.text(profile.path("sector")),
        StrictJson.text(profile.path("industry")),
        StrictJson.positive(detail.path("trailingPE")),
        earningsPerShare(modules),
        yieldPct(detail.path("dividendYield")),
        StrictJson.positive(detail.path("marketCap")),
        StrictJson.positive(financial.path("targetMeanPrice")),
        StrictJson.count(financial.path("numberOfAnalystOpinions")),
        recommendation(financial.path("recommendationKey")),
        StrictJson.positive(detail.path("fiftyTwoWeekHigh")),
        StrictJson.positive(detail.path("fiftyTwoWeekLow")));
  }

  /** Yahoo gives this one yield as a fraction: 0.0041 is 0.41 %. */
  private static OptionalDouble yieldPct(JsonNode fraction) {
    OptionalDouble yield = StrictJson.number(fraction);
    return yield.isPresent() && yield.getAsDouble() >= 0
        ? OptionalDouble.of(yield.getAsDouble() * 100)
        : OptionalDouble.empty();
  }

  /**
   * Earnings may be reported in another currency than the quote's, and the field does not say which
   * it uses; it is believed when the currencies are the same or price/earnings confirms it.
   */
  private static OptionalDouble earningsPerShare(JsonNode modules) {
    OptionalDouble earnings =
        StrictJson.number(modules.path("defaultKeyStatistics").path("trailingEps"));
    Optional<String> reported =
        StrictJson.text(modules.path("financialData").path("financialCurrency"));
    Optional<String> quoted = StrictJson.text(modules.path("price").path("currency"));
    if (earnings.isEmpty() || reported.isEmpty() || reported.equals(quoted)) {
      return earnings;
    }
    double ratio =
        StrictJson.positive(modules.path("summaryDetail").path("trailingPE")).orElse(Double.NaN);
    double price =
        StrictJson.positive(modules.path("price").path("regularMarketPrice")).orElse(Double.NaN);
    return Math.abs(ratio * earnings.getAsDouble() - price) <= SAME_CURRENCY * price
        ? earnings
        : OptionalDouble.empty();
  }

  private static Optional<String> recommendation(JsonNode key) {
    return StrictJson.text(key).filter(word -> !word.equals("none"));
  }
}
