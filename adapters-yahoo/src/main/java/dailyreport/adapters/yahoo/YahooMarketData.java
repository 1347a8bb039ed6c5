package dailyreport.adapters.yahoo;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.Fault;
import dailyreport.application.port.MarketData;
import dailyreport.application.port.Pause;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Quotes;
import dailyreport.domain.market.Company;
import dailyreport.domain.market.Underlying;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Daily bars and company figures from Yahoo Finance, asked for in parallel.
 *
 * <p>Only the bars are needed: whatever goes wrong with the figures, there are quotes, with the
 * name that stands beside the bars. Three requests a call, and two more an hour for cookie and
 * crumb.
 */
public final class YahooMarketData implements MarketData {
  /** So many days hold about 640 bars, enough for 252 values of an indicator that needs 252. */
  private static final Duration HISTORY = Duration.ofDays(950);

  private static final Duration BARS_IN_ALL = Duration.ofSeconds(12);
  private static final Duration BARS_ATTEMPT = Duration.ofSeconds(5);
  private static final Duration FIGURES_IN_ALL = Duration.ofSeconds(5);

  /** 640 rows of seven figures are about 100 KB. */
  private static final int LARGEST_BODY = 2 * 1024 * 1024;

  private final Attempts attempts;
  private final YahooHosts hosts;
  private final YahooSession session;
  private final InstantSource clock;

  YahooMarketData(Attempts attempts, YahooHosts hosts, InstantSource clock) {
    this.attempts = attempts;
    this.hosts = hosts;
    this.session = new YahooSession(attempts, hosts, clock);
    this.clock = clock;
  }

  /** Yahoo's public hosts. */
  public static MarketData open(InstantSource clock, EventLog events) {
    return open(YahooHosts.PUBLIC, clock, events, Pause.real());
  }

  /**
   * A stand-in for all of Yahoo's hosts.
   *
   * @param base https, or http on a loopback address
   * @throws IllegalArgumentException for any other base
   */
  public static MarketData open(URI base, InstantSource clock, EventLog events) {
    return open(YahooHosts.all(base), clock, events, Pause.real());
  }

  static MarketData open(YahooHosts hosts, InstantSource clock, EventLog events, Pause pause) {
    var http = BoundedHttp.to(hosts.origins(), BoundedHttp.CONNECT);
    var attempts = new Attempts(http, clock, events, pause);
    return new YahooMarketData(attempts, hosts, clock);
  }

  @Override
  public Quotes quotes(Underlying underlying, Deadline deadline) {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Optional<Company>> figures = executor.submit(() -> figures(underlying, deadline));
      try {
        YahooChart chart = chart(underlying, deadline);
        Company company = await(figures).orElse(Company.named(chart.name()));
        return new Quotes.Found(company, chart.prices());
      } catch (PortException.Market e) {
        if (e.fault() == Fault.NOT_FOUND) {
          return new Quotes.Unknown();
        }
        throw e;
      } finally {
        // Without bars nobody waits for figures.
        figures.cancel(true);
      }
    }
  }

  private YahooChart chart(Underlying underlying, Deadline deadline) {
    Instant now = clock.instant();
    String resource =
        "/v8/finance/chart/"
            + YahooHosts.encoded(underlying.symbol())
            + "?period1="
            + now.minus(HISTORY).getEpochSecond()
            + "&period2="
            + now.getEpochSecond()
            + "&interval=1d&includePrePost=false&events=div,splits,capitalGains";
    var question =
        new Question(
            "yahoo",
            "Yahoo chart " + underlying.symbol(),
            LARGEST_BODY,
            BARS_ATTEMPT,
            YahooHosts.HEADERS,
            (attempt, pass) -> hosts.resource(attempt, resource + pass.query()),
            session,
            false);
    return attempts.ask(
        question, deadline.atMost(BARS_IN_ALL, now), reply -> YahooChart.read(reply, underlying));
  }

  private Optional<Company> figures(Underlying underlying, Deadline deadline) {
    String resource =
        "/v10/finance/quoteSummary/"
            + YahooHosts.encoded(underlying.symbol())
            + "?modules="
            + YahooFigures.MODULES
            + "&formatted=false";
    var question =
        new Question(
            "fundamentals",
            "Yahoo figures of " + underlying.symbol(),
            LARGEST_BODY,
            FIGURES_IN_ALL,
            YahooHosts.HEADERS,
            (attempt, pass) -> hosts.resource(attempt, resource + pass.query()),
            session,
            true);
    try {
      return Optional.of(
          attempts.ask(
              question,
              deadline.atMost(FIGURES_IN_ALL, clock.instant()),
              reply -> YahooFigures.read(reply, underlying.symbol())));
    } catch (PortException.Market e) {
      // A report without company figures is a report; the event has been recorded.
      return Optional.empty();
    }
  }

  private static Optional<Company> await(Future<Optional<Company>> figures) {
    try {
      return figures.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PortException.Market(Fault.TIMEOUT, "Yahoo figures: interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("reading company figures ended in a way unknown", e);
    }
  }
}
