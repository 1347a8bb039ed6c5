package dailyreport.domain.market;

import java.util.OptionalInt;

/**
 * A depositary receipt of our list with its underlying.
 *
 * @param ticker the receipt's symbol
 * @param underlying what it stands for
 * @param name common English name of the company or fund, shown until the source's name is known
 * @param freshHours cap in hours on how long a report of it is fresh, where the list sets one
 */
public record Instrument(
    Ticker ticker, Underlying underlying, String name, OptionalInt freshHours) {}
