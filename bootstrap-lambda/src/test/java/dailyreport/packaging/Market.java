package dailyreport.packaging;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What Yahoo says of D05.SI today: made-up prices of every weekday up to yesterday's, or today's.
 */
final class Market {
  static final String SUMMARY =
      """
      {"quoteSummary":{"result":[{
       "price":{"symbol":"D05.SI","quoteType":"EQUITY","longName":"Example Holdings",
        "shortName":"EXAMPLE","currency":"SGD","regularMarketPrice":53.15,"marketCap":155710000000},
       "summaryDetail":{"trailingPE":14.03,"dividendYield":0.035,"fiftyTwoWeekHigh":54.8,
        "fiftyTwoWeekLow":36.3,"beta":{},"currency":"SGD"},
       "defaultKeyStatistics":{"trailingEps":3.79,"priceToBook":2.2},
       "financialData":{"targetMeanPrice":56.2,"recommendationKey":"buy",
        "numberOfAnalystOpinions":18,"financialCurrency":"SGD"},
       "assetProfile":{"sector":"Financial Services","industry":"Banks - Regional"},
       "calendarEvents":{"earnings":{"earningsDate":[]}}}],"error":null}}
      """;

  private static final ZoneId SINGAPORE = ZoneId.of("Asia/Singapore");
  private static final int SESSIONS = 600;

  private Market() {}

  static String chart() {
    List<LocalDate> days = weekdays(LocalDate.ofInstant(Instant.now(), SINGAPORE));
    return """
    {"chart":{"result":[{"meta":{"currency":"SGD","symbol":"D05.SI","exchangeName":"SES",
     "exchangeTimezoneName":"Asia/Singapore","longName":"Example Holdings Limited"},
     "timestamp":[%s],"indicators":{"quote":[{"open":[%s],"high":[%s],"low":[%s],"close":[%s],
     "volume":[%s]}],"adjclose":[{"adjclose":[%s]}]}}],"error":null}}
    """
        .formatted(
            list(i -> Long.toString(days.get(i).atTime(9, 0).atZone(SINGAPORE).toEpochSecond())),
            list(i -> price(i, 0)),
            list(i -> price(i, 0.6)),
            list(i -> price(i, -0.6)),
            list(i -> price(i, 0.2)),
            list(i -> Integer.toString(4_000_000 + 10_000 * (i * 37 % 100))),
            list(i -> price(i, 0.2)));
  }

  static String news() {
    return """
    {"count":1,"quotes":[],"news":[{"uuid":"1","title":"Example Holdings raises its dividend",
     "publisher":"Reuters","link":"https://news.example/a","providerPublishTime":%s,
     "type":"STORY","relatedTickers":["D05.SI"]}]}
    """
        .formatted(Long.toString(Instant.now().minusSeconds(7_200).getEpochSecond()));
  }

  private static List<LocalDate> weekdays(LocalDate last) {
    var days = new ArrayList<LocalDate>();
    for (LocalDate day = last; days.size() < SESSIONS; day = day.minusDays(1)) {
      if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        days.addFirst(day);
      }
    }
    return days;
  }

  private static String price(int day, double offset) {
    double price = 50 + 4 * Math.sin(day / 9.0) + day * 0.01 + offset;
    return String.format(Locale.ROOT, "%.4f", price);
  }

  private static String list(IntFunction<String> value) {
    return IntStream.range(0, SESSIONS).mapToObj(value).collect(Collectors.joining(","));
  }
}
