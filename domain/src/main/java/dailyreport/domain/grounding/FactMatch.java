package dailyreport.domain.grounding;

import dailyreport.domain.report.Fact;
import dailyreport.domain.report.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Whether a claim is what a fact says: report.md, section 9, step 5. */
final class FactMatch {
  private static final BigDecimal LARGEST_ROUNDING = new BigDecimal("0.05");
  private static final BigDecimal LARGEST_HEDGE = new BigDecimal("0.02");
  private static final BigDecimal HALF = new BigDecimal("0.5");

  /**
   * The checks in the order a claim passes them; one that got further failed more interestingly.
   */
  static final List<Violation.Reason> ORDER =
      List.of(
          Violation.Reason.VALUE,
          Violation.Reason.PRECISION,
          Violation.Reason.UNIT,
          Violation.Reason.CURRENCY,
          Violation.Reason.SIGN,
          Violation.Reason.SIGN_MISSING);

  /** What the words around a claim say of the sign of a fact: -1, 0 or 1. */
  @FunctionalInterface
  interface Direction {
    int of(Fact fact);
  }

  private FactMatch() {}

  /** The first check that fails; empty when the claim is the fact. */
  static Optional<Violation.Reason> fault(Claim claim, Fact fact, Direction direction) {
    if (!hasValue(claim, fact)) {
      return Optional.of(Violation.Reason.VALUE);
    }
    if (claim.decimals() > fact.decimals()) {
      return Optional.of(Violation.Reason.PRECISION);
    }
    if (!hasUnit(claim, fact)) {
      return Optional.of(Violation.Reason.UNIT);
    }
    if (fact.unit() == Unit.MONEY
        && !claim.currency().isEmpty()
        && !claim.currency().equals(fact.currency())) {
      return Optional.of(Violation.Reason.CURRENCY);
    }
    return signFault(claim, fact, direction);
  }

  private static boolean hasValue(Claim claim, Fact fact) {
    BigDecimal stated = claim.value();
    BigDecimal known = fact.value().abs();
    BigDecimal error = stated.subtract(known).abs();
    if (claim.hedged() && error.compareTo(known.multiply(LARGEST_HEDGE)) <= 0) {
      return true;
    }
    // As fine as it is printed, only the printed form is right, however coarse: 0.04 for 0.0438.
    if (claim.decimals() == fact.decimals()) {
      return stated.compareTo(printed(fact).abs()) == 0;
    }
    int decimals = Math.min(claim.decimals(), fact.decimals());
    return error.compareTo(HALF.scaleByPowerOfTen(-decimals)) <= 0
        && error.compareTo(known.multiply(LARGEST_ROUNDING)) <= 0;
  }

  private static boolean hasUnit(Claim claim, Fact fact) {
    return switch (fact.unit()) {
      case PCT, MULT -> claim.unit() == fact.unit();
      case MONEY, OF100 -> claim.unit() == fact.unit() || claim.unit() == Unit.NONE;
      // Thai readers say "P/E 14.03 เท่า"; it means the same.
      case NONE ->
          claim.unit() == Unit.NONE || (claim.unit() == Unit.MULT && fact.id().equals("PE"));
    };
  }

  private static Optional<Violation.Reason> signFault(Claim claim, Fact fact, Direction direction) {
    int sign = printed(fact).signum();
    if (claim.sign() != 0 && claim.sign() != sign) {
      return Optional.of(Violation.Reason.SIGN);
    }
    if (sign >= 0 && !fact.signed()) {
      return Optional.empty();
    }
    int said = direction.of(fact);
    if (said != 0 && said != sign && (claim.sign() == 0 || fact.unit() == Unit.PCT)) {
      return Optional.of(Violation.Reason.SIGN);
    }
    return sign < 0 && said == 0 && claim.sign() == 0
        ? Optional.of(Violation.Reason.SIGN_MISSING)
        : Optional.empty();
  }

  private static BigDecimal printed(Fact fact) {
    return fact.value().setScale(fact.decimals(), RoundingMode.HALF_UP);
  }
}
