package dailyreport.domain.market;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a source says about a company or fund. Every figure may be absent; absent is never zero.
 *
 * @param name long name
 * @param sector for example {@code Financial Services}
 * @param industry for example {@code Banks - Regional}
 * @param priceEarnings trailing price/earnings ratio
 * @param earningsPerShare trailing, in the quote's currency
 * @param dividendYieldPct percent a year, 3.5 for 3.5 %
 * @param marketCap in the quote's currency
 * @param targetPrice analysts' mean target, in the quote's currency
 * @param analysts number of analysts behind the target
 * @param recommendation the source's key, for example {@code buy}
 * @param high52Weeks highest price of 52 weeks
 * @param low52Weeks lowest price of 52 weeks
 */
public record Company(
    String name,
    Optional<String> sector,
    Optional<String> industry,
    OptionalDouble priceEarnings,
    OptionalDouble earningsPerShare,
    OptionalDouble dividendYieldPct,
    OptionalDouble marketCap,
    OptionalDouble targetPrice,
    OptionalInt analysts,
    Optional<String> recommendation,
    OptionalDouble high52Weeks,
    OptionalDouble low52Weeks) {

  /** A company of which only the name is known. */
  public static Company named(String name) {
    return new Company(
        name,
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  /** The same under another name. */
  public Company withName(String other) {
    return new Company(
        other,
        sector,
        industry,
        priceEarnings,
        earningsPerShare,
        dividendYieldPct,
        marketCap,
        targetPrice,
        analysts,
        recommendation,
        high52Weeks,
        low52Weeks);
  }
}
