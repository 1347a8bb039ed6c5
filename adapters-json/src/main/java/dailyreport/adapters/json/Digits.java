package dailyreport.adapters.json;

import com.fasterxml.jackson.core.io.NumberInput;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** A number in JSON, by its digits: the value is {@code mantissa * 10^(exponent - scale)}. */
final class Digits {
  /** More may not fit into a {@code long}. */
  private static final int MOST_DIGITS = 18;

  /** Below the strict reader's limit. */
  private static final int LONGEST = 60;

  /** Up to here every integer is a {@code double}. */
  private static final long LARGEST_EXACT = 1L << 53;

  /** All powers of ten that are a {@code double} without rounding. */
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private final byte[] in;
  private int from;
  private int to;
  private long mantissa;
  private int count;
  private int scale;
  private int exponent;
  private boolean scientific;

  Digits(byte[] in) {
    this.in = in;
  }

  /** Reads the number that begins there; answers where it ends. */
  int scan(int start) {
    from = start;
    mantissa = 0;
    count = 0;
    int at = run(in[start] == '-' ? start + 1 : start);
    if (count > 1 && in[at - count] == '0') {
      throw Cursor.otherForm();
    }
    int whole = count;
    if (in[at] == '.') {
      at = run(at + 1);
    }
    scale = count - whole;
    scientific = in[at] == 'E';
    exponent = 0;
    if (scientific) {
      at = exponent(at + 1);
    }
    if (at - from > LONGEST) {
      throw Cursor.otherForm();
    }
    to = at;
    return at;
  }

  /** Adds a run of at least one digit to the mantissa. */
  private int run(int start) {
    int at = start;
    long sum = mantissa;
    for (int digit = in[at] - '0'; digit >= 0 && digit <= 9; digit = in[at] - '0') {
      sum = sum * 10 + digit;
      at++;
    }
    if (at == start) {
      throw Cursor.otherForm();
    }
    mantissa = sum;
    count += at - start;
    return at;
  }

  private int exponent(int start) {
    boolean below = in[start] == '-';
    int at = below || in[start] == '+' ? start + 1 : start;
    int digits = 0;
    int value = 0;
    for (; in[at] >= '0' && in[at] <= '9'; at++, digits++) {
      value = value * 10 + in[at] - '0';
    }
    if (digits == 0 || digits > 3) {
      throw Cursor.otherForm();
    }
    exponent = below ? -value : value;
    return at;
  }

  /**
   * The nearest {@code double}. A quotient or product of two exact values is rounded once, and so
   * correctly; where one of them would not be exact the strict reader's parser does it (W. D.
   * Clinger, How to Read Floating Point Numbers Accurately, 1990).
   */
  double toDouble() {
    int power = exponent - scale;
    double value;
    if (count > MOST_DIGITS || mantissa > LARGEST_EXACT || Math.abs(power) >= POWERS.length) {
      value = NumberInput.parseDouble(text(), true);
    } else {
      double unsigned = power < 0 ? mantissa / POWERS[-power] : mantissa * POWERS[power];
      value = negative() ? -unsigned : unsigned;
    }
    if (!Double.isFinite(value)) {
      throw Cursor.otherForm();
    }
    return value;
  }

  BigDecimal toDecimal() {
    return count > MOST_DIGITS || scientific
        ? new BigDecimal(text())
        : BigDecimal.valueOf(signed(), scale);
  }

  long toLong() {
    if (count > MOST_DIGITS || scale > 0 || scientific) {
      throw Cursor.otherForm();
    }
    return signed();
  }

  int toInt() {
    long value = toLong();
    if (value != (int) value) {
      throw Cursor.otherForm();
    }
    return (int) value;
  }

  private boolean negative() {
    return in[from] == '-';
  }

  private long signed() {
    return negative() ? -mantissa : mantissa;
  }

  private String text() {
    return new String(in, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
