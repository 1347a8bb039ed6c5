package dailyreport.domain.grounding;

import dailyreport.domain.report.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the numbers of one covered paragraph with what belongs to them: report.md, section 9, step
 * 3. One pass and no regular expression: hostile text of full length takes milliseconds.
 */
final class ClaimScanner {
  /** No figure of a report is longer, and the cost of a BigDecimal grows with its digits. */
  private static final int LONGEST = 24;

  private final String text;
  private final List<Claim> claims = new ArrayList<>();
  private final List<Violation> violations = new ArrayList<>();

  /** Place up to which text belongs to the numbers read so far. */
  private int floor;

  /** Place of the second number of a range, or -1. */
  private int second = -1;

  private ClaimScanner(String text) {
    this.text = text;
  }

  /**
   * What was found.
   *
   * @param claims in the order of the text
   * @param violations numbers that cannot be read as claims
   */
  record Scan(List<Claim> claims, List<Violation> violations) {}

  /** Scans text whose covered places hold {@link Mask#COVER}. */
  static Scan scan(String masked) {
    var scanner = new ClaimScanner(masked);
    int at = 0;
    while (at < masked.length()) {
      at = Symbols.isDigit(masked, at) ? scanner.number(at) : at + 1;
    }
    return new Scan(scanner.claims, scanner.violations);
  }

  /** Reads the number at {@code start}; returns the place to go on from. */
  private int number(int start) {
    int end = numberEnd(start);
    boolean malformed = isSeparator(end) && Symbols.isDigit(text, end + 1);
    // ".01%" and "053" are no way to write a figure; who reads them sees another one.
    boolean headless =
        isSeparator(start - 1) || (text.charAt(start) == '0' && Symbols.isDigit(text, start + 1));
    while (malformed && (Symbols.isDigit(text, end) || isSeparator(end))) {
      end++;
    }
    if (malformed || headless || end - start > LONGEST) {
      return refuse(Violation.Reason.MALFORMED, start, end);
    }
    Lead lead = start == second ? Lead.none() : Lead.before(text, start, floor);
    Tail tail = Tail.after(text, end);
    boolean gluedBehind =
        tail.end() == end && end < text.length() && Symbols.isLatin(text.charAt(end));
    if (lead.glued() || gluedBehind) {
      return refuse(Violation.Reason.GLUED, start, end);
    }
    boolean bare = lead.currency().isEmpty() && !lead.percent();
    if (tail.counts() && bare) {
      return refuse(Violation.Reason.COUNT, start, end);
    }
    var claim =
        new Claim(
            start,
            tail.end(),
            new BigDecimal(text.substring(start, end).replace(",", "")),
            tail.magnitude(),
            lead.sign(),
            unit(lead, tail),
            currency(lead, tail),
            lead.hedged());
    if (start == second && claims.getLast().isBare()) {
      claims.add(claims.removeLast().sharing(claim));
    }
    claims.add(claim);
    return rangeOrEnd(tail.end());
  }

  private static Unit unit(Lead lead, Tail tail) {
    if (tail.unit() != Unit.NONE) {
      return tail.unit();
    }
    return lead.percent() ? Unit.PCT : lead.currency().isEmpty() ? Unit.NONE : Unit.MONEY;
  }

  /** Two different currencies around one number are the currency of no fact. */
  private static String currency(Lead lead, Tail tail) {
    return lead.currency().equals(tail.currency()) || tail.currency().isEmpty()
        ? lead.currency()
        : lead.currency() + tail.currency();
  }

  /** A hyphen or dash up to the next digit, or ถึง, joins two numbers to a range. */
  private int rangeOrEnd(int end) {
    floor = end;
    int next = Symbols.skipSpaces(text, end);
    int joined = -1;
    if (text.startsWith("~", next)) {
      joined = next + 1;
    } else if (text.startsWith("ถึง", next)) {
      joined = next + "ถึง".length();
    } else if (text.startsWith("-", next) && (next == end || !Symbols.isDigit(text, next + 1))) {
      // "5-10" and "5 - 10" are ranges; in "66.35 -0.65" the second number is negative.
      joined = next + 1;
    }
    int at = Symbols.skipSpaces(text, Math.max(joined, 0));
    if (joined < 0 || !Symbols.isDigit(text, at)) {
      return end;
    }
    second = at;
    return at;
  }

  private int refuse(Violation.Reason reason, int start, int end) {
    violations.add(new Violation(reason, text.substring(start, end)));
    floor = end;
    second = -1;
    return end;
  }

  private int numberEnd(int start) {
    int end = digitsEnd(start);
    while (end - start > 0
        && (end - start <= 3 || text.charAt(end - 4) == ',')
        && text.startsWith(",", end)
        && digitsEnd(end + 1) == end + 4) {
      end += 4;
    }
    return text.startsWith(".", end) && Symbols.isDigit(text, end + 1) ? digitsEnd(end + 1) : end;
  }

  private int digitsEnd(int at) {
    int end = at;
    while (Symbols.isDigit(text, end)) {
      end++;
    }
    return end;
  }

  private boolean isSeparator(int at) {
    return at >= 0 && at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',');
  }
}
