package dailyreport.application.port;

import dailyreport.domain.cache.Freshness;
import dailyreport.domain.market.Instrument;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportKey;
import java.util.List;
import java.util.Optional;

/** What a person is told. */
public sealed interface Answer {

  /**
   * A report.
   *
   * @param neighbours tickers offered as quick replies, at most three
   */
  record Ready(Report report, Freshness freshness, Links links, List<Ticker> neighbours)
      implements Answer {
    public Ready {
      neighbours = List.copyOf(neighbours);
    }
  }

  /** It is being made; a button asks for it again. */
  record Preparing(ReportKey key) implements Answer {}

  /**
   * No ticker of that name.
   *
   * @param echo what was typed, when it may be shown: ASCII, at most 16 characters; else empty
   * @param suggestions at most three, offered as a question
   */
  record Unknown(String echo, List<Ticker> suggestions) implements Answer {
    public Unknown {
      suggestions = List.copyOf(suggestions);
    }
  }

  /** Prices could not be had. */
  record NoData(Ticker ticker) implements Answer {}

  /**
   * A limit is reached.
   *
   * @param earlier the session before, when its report can still be read
   */
  record Denied(Optional<ReportKey> earlier) implements Answer {}

  /** What the bot does and how to ask. */
  record Help() implements Answer {}

  /** Greeting to a new friend or group. */
  record Welcome() implements Answer {}

  /** A friendly line to a sticker or a picture. */
  record Hint() implements Answer {}

  /**
   * A page of the list of tickers, grouped by market.
   *
   * @param page from 1
   * @param pages how many there are
   */
  record Listing(List<Instrument> instruments, int page, int pages) implements Answer {
    public Listing {
      instruments = List.copyOf(instruments);
    }
  }
}
