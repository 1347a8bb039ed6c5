package dailyreport.domain.grounding;

import dailyreport.domain.report.Fact;
import dailyreport.domain.report.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** A fact, and whether a claim is what it says: report.md, section 9, step 5. */
final class FactMatch {
  private static final BigDecimal LARGEST_ROUNDING = new BigDecimal("0.05");
  private static final BigDecimal LARGEST_HEDGE = new BigDecimal("0.02");
  private static final BigDecimal HALF = new BigDecimal("0.5");

  /** Room for the error of a double in {@link #reach}. */
  private static final double GENEROUS = 1.000_001;

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

  private final Fact fact;
  private final BigDecimal known;
  private final BigDecimal printed;

  /** The same as {@link #known}, and how far a claim may be from it at most. */
  private final double size;

  private final double reach;

  FactMatch(Fact fact) {
    this.fact = fact;
    this.known = fact.value().abs();
    this.printed = fact.value().setScale(fact.decimals(), RoundingMode.HALF_UP);
    this.size = known.doubleValue();
    this.reach =
        GENEROUS
            * (size * LARGEST_ROUNDING.doubleValue()
                + HALF.scaleByPowerOfTen(-fact.decimals()).doubleValue());
  }

  Fact fact() {
    return fact;
  }

  /** The first check that fails; empty when the claim is the fact. */
  Optional<Violation.Reason> fault(Claim claim, Direction direction) {
    if (!hasValue(claim)) {
      return Optional.of(Violation.Reason.VALUE);
    }
    if (claim.decimals() > fact.decimals()) {
      return Optional.of(Violation.Reason.PRECISION);
    }
    if (!hasUnit(claim)) {
      return Optional.of(Violation.Reason.UNIT);
    }
    if (fact.unit() == Unit.MONEY
        && !claim.currency().isEmpty()
        && !claim.currency().equals(fact.currency())) {
      return Optional.of(Violation.Reason.CURRENCY);
    }
    return signFault(claim, direction);
  }

  private boolean hasValue(Claim claim) {
    // Nearly every pair of claim and fact ends here; exact arithmetic costs a hundred times this.
    if (Math.abs(claim.size() - size) > reach) {
      return false;
    }
    BigDecimal stated = claim.value();
    BigDecimal error = stated.subtract(known).abs();
    if (claim.hedged() && error.compareTo(known.multiply(LARGEST_HEDGE)) <= 0) {
      return true;
    }
    // As fine as it is printed, only the printed form is right, however coarse: 0.04 for 0.0438.
    if (claim.decimals() == fact.decimals()) {
      return stated.compareTo(printed.abs()) == 0;
    }
    int decimals = Math.min(claim.decimals(), fact.decimals());
    return error.compareTo(HALF.scaleByPowerOfTen(-decimals)) <= 0
        && error.compareTo(known.multiply(LARGEST_ROUNDING)) <= 0;
  }

  private boolean hasUnit(Claim claim) {
    return switch (fact.unit()) {
      case PCT, MULT -> claim.unit() == fact.unit();
      case MONEY, OF100 -> claim.unit() == fact.unit() || claim.unit() == Unit.NONE;
      // Thai readers say "P/E 14.03 เท่า"; it means the same.
      case NONE ->
          claim.unit() == Unit.NONE || (claim.unit() == Unit.MULT && fact.id().equals("PE"));
    };
  }

  private Optional<Violation.Reason> signFault(Claim claim, Direction direction) {
    int sign = printed.signum();
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
}
