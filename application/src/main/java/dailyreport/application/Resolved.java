package dailyreport.application;

import dailyreport.domain.market.Instrument;
import dailyreport.domain.market.Ticker;
import java.util.List;

/** What a typed name stands for. */
public sealed interface Resolved {

  /**
   * Exactly one instrument.
   *
   * @param bySymbol whether the receipt's full symbol was typed, not a name or another symbol of it
   */
  record Exact(Instrument instrument, boolean bySymbol) implements Resolved {}

  /**
   * None, but something near: to be asked, never to be assumed.
   *
   * @param suggestions one to three, nearest first
   */
  record Question(List<Ticker> suggestions) implements Resolved {
    public Question {
      suggestions = List.copyOf(suggestions);
    }
  }

  /** None, and nothing near. */
  record Unknown() implements Resolved {}
}
