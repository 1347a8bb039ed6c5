package dailyreport.application;

import dailyreport.application.port.AppEvent.Stage;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.MarketData;
import dailyreport.application.port.NewsFeed;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Quotes;
import dailyreport.domain.market.Headline;
import dailyreport.domain.market.Underlying;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Prices and news of an underlying, asked for at the same time. */
final class MarketSources {
  /** Longest waits: faults.md, section 2. */
  private static final Duration PRICES = Duration.ofSeconds(12);

  private static final Duration NEWS = Duration.ofSeconds(4);

  /** News candidates: report.md, section 4. */
  private static final int CANDIDATES = 20;

  private final MarketData market;
  private final NewsFeed news;

  MarketSources(MarketData market, NewsFeed news) {
    this.market = market;
    this.news = news;
  }

  /**
   * What both said.
   *
   * @param headlines empty when the source of news failed, which is not the same as no news
   */
  record Gathered(Quotes quotes, Optional<List<Headline>> headlines) {}

  /**
   * Asks both; news that fail are left out.
   *
   * @throws PortException.Market when there are no prices
   */
  Gathered gather(Underlying underlying, Stages stages, Deadline deadline) {
    Instant now = stages.clock().instant();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Optional<List<Headline>>> headlines =
          threads.submit(() -> headlines(underlying, stages, deadline.atMost(NEWS, now)));
      try {
        Quotes quotes =
            stages.run(Stage.PRICES, () -> market.quotes(underlying, deadline.atMost(PRICES, now)));
        return new Gathered(quotes, headlines.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException("the news of " + underlying.symbol(), e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new PortException.Market(
            Fault.TIMEOUT, "prices and news of " + underlying.symbol() + ": interrupted", e);
      } finally {
        headlines.cancel(true);
      }
    }
  }

  private Optional<List<Headline>> headlines(
      Underlying underlying, Stages stages, Deadline deadline) {
    return stages.run(
        Stage.NEWS,
        () -> {
          try {
            return Optional.of(news.recent(underlying, CANDIDATES, deadline));
          } catch (PortException.Market _) {
            return Optional.<List<Headline>>empty();
          }
        },
        Optional::isPresent);
  }
}
