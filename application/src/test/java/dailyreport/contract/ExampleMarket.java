package dailyreport.contract;

import dailyreport.application.port.Quotes;
import dailyreport.domain.market.Bar;
import dailyreport.domain.market.Company;
import dailyreport.domain.market.Exchange;
import dailyreport.domain.market.Headline;
import dailyreport.domain.market.PriceHistory;
import dailyreport.domain.market.Underlying;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What the sources in the contracts of {@code MarketData} and {@code NewsFeed} know. Made up: five
 * sessions with a dividend of about 1 % before the third, and three headlines.
 */
public final class ExampleMarket {
  public static final Underlying KNOWN = Examples.DBS.underlying();

  /** Listed, but no source knows it. */
  public static final Underlying UNKNOWN =
      new Underlying("NOPE.SI", Exchange.SGX, "SGD", Underlying.Kind.STOCK);

  /** Known without any news. */
  public static final Underlying QUIET =
      new Underlying("QUIET.SI", Exchange.SGX, "SGD", Underlying.Kind.STOCK);

  public static final Company COMPANY = Examples.company("Example Holdings");

  public static final Quotes.Found QUOTES =
      new Quotes.Found(
          COMPANY,
          new PriceHistory(
              KNOWN,
              "SGD",
              "yahoo",
              true,
              List.of(
                  bar("2025-11-05", 0.99, 52.00, 52.60, 51.80, 52.40, 4_100_000),
                  bar("2025-11-06", 0.99, 52.50, 53.10, 52.30, 53.00, 3_900_000),
                  bar("2025-11-07", 1, 53.00, 53.40, 52.70, 53.20, 5_200_000),
                  bar("2025-11-10", 1, 53.30, 54.60, 53.20, 54.43, 6_100_000),
                  bar("2025-11-11", 1, 54.30, 54.40, 53.00, 53.15, 4_400_000)),
              List.of()));

  /** Newest first. */
  public static final List<Headline> NEWS =
      List.of(
          new Headline(
              "Example Holdings raises its dividend",
              "Reuters",
              Instant.parse("2025-11-11T02:00:00Z"),
              URI.create("https://news.example/a"),
              Set.of("D05.SI")),
          new Headline(
              "Banks lead the index to a high",
              "Business Times",
              Instant.parse("2025-11-10T08:30:00Z"),
              URI.create("https://news.example/b"),
              Set.of("D05.SI", "U11.SI")),
          new Headline(
              "Three themes for the year ahead",
              "Example Wire",
              Instant.parse("2025-11-09T23:15:00Z"),
              URI.create("https://news.example/c"),
              Set.of()));

  private ExampleMarket() {}

  private static Bar bar(
      String session,
      double factor,
      double open,
      double high,
      double low,
      double close,
      long volume) {
    return new Bar(
        LocalDate.parse(session),
        open * factor,
        high * factor,
        low * factor,
        close * factor,
        close,
        volume);
  }
}
