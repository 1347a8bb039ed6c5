package dailyreport.application;

import dailyreport.application.port.AppEvent.Stage;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.MarketData;
import dailyreport.application.port.NewsFeed;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Quotes;
import dailyreport.domain.market.Headline;
import dailyreport.domain.market.Underlying;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;

/** Fetches prices and news at the same time; news may fail. */
public final class Gathering {
  /** Caps of the stages: faults.md, section 2. */
  private static final Duration PRICES_CAP = Duration.ofSeconds(12);

  private static final Duration NEWS_CAP = Duration.ofSeconds(4);

  /** Candidates asked for; the report cites at most three. */
  private static final int CANDIDATES = 20;

  private final MarketData market;
  private final NewsFeed news;
  private final EventLog events;
  private final InstantSource clock;

  public Gathering(MarketData market, NewsFeed news, EventLog events, InstantSource clock) {
    this.market = market;
    this.news = news;
    this.events = events;
    this.clock = clock;
  }

  /**
   * What was found.
   *
   * @param quotes prices and company
   * @param news candidates, newest first
   * @param newsMissing whether news could not be had, which is not the same as none
   */
  record Gathered(Quotes quotes, List<Headline> news, boolean newsMissing) {}

  Gathered gather(ReportKey key, Underlying underlying, Deadline deadline) {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var quotes =
          executor.submit(() ->
              Stages.timed(
                  events,
                  clock,
                  key,
                  Stage.PRICES,
                  () -> market.quotes(underlying, deadline.atMost(PRICES_CAP, clock.instant()))));
      var headlines = executor.submit(() -> headlines(key, underlying, deadline));
      try {
        Quotes found = Awaited.of(quotes);
        Optional<List<Headline>> candidates = Awaited.of(headlines);
        return new Gathered(found, candidates.orElse(List.of()), candidates.isEmpty());
      } catch (PortException e) {
        headlines.cancel(true);
        throw e;
      }
    }
  }

  private Optional<List<Headline>> headlines(
      ReportKey key, Underlying underlying, Deadline deadline) {
    try {
      return Optional.of(
          Stages.timed(
              events,
              clock,
              key,
              Stage.NEWS,
              () ->
                  news.recent(underlying, CANDIDATES, deadline.atMost(NEWS_CAP, clock.instant()))));
    } catch (PortException.Market e) {
      // A report without news is still a report; it is kept for an hour only.
      return Optional.empty();
    }
  }
}
