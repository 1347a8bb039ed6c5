package dailyreport.domain.grounding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Covers the digits of one normalised paragraph that need not be facts: report.md, section 9, step
 * 2. What is covered keeps its place, so positions in covered and plain text agree.
 */
final class Mask {
  /** Stands for every covered character; normalised text never holds it. */
  static final char COVER = '\0';

  private final String text;
  private final char[] masked;
  private final List<Violation> violations = new ArrayList<>();

  private Mask(String text) {
    this.text = text;
    this.masked = text.toCharArray();
  }

  /** Covers allow-tokens, the list number at the start, citations and dates, in this order. */
  static Mask of(String normal, Allowed allowed) {
    Mask mask = withoutDates(normal, allowed);
    new DateMask(mask, allowed.dates()).cover();
    return mask;
  }

  /** The same, but dates stay: a draft may not hold any. */
  static Mask withoutDates(String normal, Allowed allowed) {
    var mask = new Mask(normal);
    mask.tokens(allowed.tokens());
    mask.listNumber();
    mask.citations(allowed.news());
    return mask;
  }

  /** The text with covers. */
  String masked() {
    return new String(masked);
  }

  /** Citations of no headline and dates that are not allowed. */
  List<Violation> violations() {
    return violations;
  }

  void cover(int from, int to) {
    Arrays.fill(masked, from, to, COVER);
  }

  void refuse(Violation.Reason reason, int from, int to) {
    violations.add(new Violation(reason, text.substring(from, to)));
    cover(from, to);
  }

  private void tokens(List<String> tokens) {
    int at = 0;
    while (at < masked.length) {
      at = Math.max(at + 1, tokenEnd(at, tokens));
    }
  }

  /** Covers the longest token that begins at {@code at}; its end, or 0 where there is none. */
  private int tokenEnd(int at, List<String> tokens) {
    if (masked[at] == ' ' || !isBorderBefore(at)) {
      return 0;
    }
    for (String token : tokens) {
      int end = match(token, at);
      if (end > 0 && isBorderAfter(end)) {
        cover(at, end);
        return end;
      }
    }
    return 0;
  }

  /** Compares without case and without spaces, except between two digits. */
  private int match(String token, int at) {
    int next = at;
    for (int i = 0; i < token.length(); i++) {
      boolean digits =
          i > 0 && Character.isDigit(token.charAt(i)) && Character.isDigit(token.charAt(i - 1));
      if (i > 0 && !digits && next < masked.length && masked[next] == ' ') {
        next++;
      }
      if (next >= masked.length
          || Character.toLowerCase(masked[next]) != Character.toLowerCase(token.charAt(i))) {
        return 0;
      }
      next++;
    }
    return next;
  }

  private boolean isBorderBefore(int at) {
    if (at == 0) {
      return true;
    }
    char before = masked[at - 1];
    boolean insideNumber =
        (before == '.' || before == ',' || before == '-' || before == '+')
            && Symbols.isDigit(text, at)
            && (before == '-' || before == '+' || Symbols.isDigit(text, at - 2));
    boolean joined =
        Symbols.isLatin(before) && (Symbols.isLatin(masked[at]) || Symbols.isDigit(text, at));
    return !insideNumber
        && !joined
        && !(Symbols.isDigit(text, at - 1) && !Symbols.isThai(masked[at]));
  }

  private boolean isBorderAfter(int end) {
    if (end == masked.length) {
      return true;
    }
    char last = masked[end - 1];
    char after = masked[end];
    if (Symbols.isThai(last)) {
      return true;
    }
    boolean insideNumber =
        Symbols.isDigit(text, end - 1)
            && (((after == '.' || after == ',') && Symbols.isDigit(text, end + 1)) || after == '%');
    return !insideNumber && !Symbols.isLatin(after) && !Symbols.isDigit(text, end);
  }

  private void listNumber() {
    if (masked.length > 2
        && Symbols.isDigit(text, 0)
        && (masked[1] == '.' || masked[1] == ')')
        && masked[2] == ' ') {
      cover(0, 2);
    }
  }

  private void citations(int news) {
    for (int at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1)) {
      int end = at + 1;
      boolean known = true;
      boolean any = false;
      while (end < masked.length
          && (Symbols.isDigit(text, end) || text.charAt(end) == ',' || text.charAt(end) == ' ')) {
        if (Symbols.isDigit(text, end)) {
          any = true;
          boolean single = !Symbols.isDigit(text, end + 1) && !Symbols.isDigit(text, end - 1);
          int number = text.charAt(end) - '0';
          known &= single && number >= 1 && number <= news;
        }
        end++;
      }
      if (any && end < masked.length && text.charAt(end) == ']') {
        if (known) {
          cover(at, end + 1);
        } else {
          refuse(Violation.Reason.CITATION, at, end + 1);
        }
      }
    }
  }
}
