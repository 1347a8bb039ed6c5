package dailyreport.domain.market;

import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * One row of a price source before {@link BarScreen} has judged it: any figure may be missing or
 * absurd.
 *
 * @param session date of the session in the exchange's zone
 * @param open as quoted, not adjusted for dividends
 * @param high as quoted
 * @param low as quoted
 * @param close as quoted
 * @param adjustedClose close adjusted for dividends; equal to {@code close} where the source has
 *     one price
 * @param volume shares
 */
public record RawBar(
    LocalDate session,
    OptionalDouble open,
    OptionalDouble high,
    OptionalDouble low,
    OptionalDouble close,
    OptionalDouble adjustedClose,
    OptionalDouble volume) {}
