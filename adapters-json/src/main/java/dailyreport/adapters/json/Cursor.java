package dailyreport.adapters.json;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Goes through JSON that is written as {@link JacksonReportCodec} writes it: no blank between
 * tokens, every field, in the order in which it is asked for.
 *
 * <p>Whatever else it meets it leaves to the strict reader, by {@link OtherForm} or by running over
 * the end of the array; it takes nothing that the strict reader would refuse, and reads nothing
 * differently.
 */
final class Cursor {
  /** Strings that come near the strict reader's limit are left to it. */
  private static final int LONGEST_TEXT = 32 << 10;

  private static final int USUAL_LENGTH = 8;
  private static final char MALFORMED = '\uFFFD';

  private final byte[] in;
  private final Digits digits;
  private final Days days;
  private int at;

  Cursor(byte[] in) {
    this.in = in;
    this.digits = new Digits(in);
    this.days = new Days(in);
  }

  /** It is not written as we write it, which need not mean that it is wrong. */
  static final class OtherForm extends RuntimeException {
    private static final long serialVersionUID = 1;

    private OtherForm() {
      super("other form", null, false, false);
    }
  }

  /** Has no place and no text: the strict reader says what is wrong, if anything is. */
  static OtherForm otherForm() {
    return new OtherForm();
  }

  /** Goes to the value of an object's first field. */
  Cursor first(String name) {
    pass('{');
    return name(name);
  }

  /** Goes to the value of an object's next field. */
  Cursor next(String name) {
    pass(',');
    return name(name);
  }

  /** Leaves an object, whose value this is. */
  <T> T end(T value) {
    pass('}');
    return value;
  }

  /** Nothing may follow. */
  void end() {
    if (at != in.length) {
      throw otherForm();
    }
  }

  private Cursor name(String name) {
    pass('"');
    if (!passes(name)) {
      throw otherForm();
    }
    pass('"');
    pass(':');
    return this;
  }

  <T> List<T> list(Function<Cursor, T> item) {
    return list(USUAL_LENGTH, item);
  }

  /** A list of about that many. */
  <T> List<T> list(int expected, Function<Cursor, T> item) {
    pass('[');
    var items = new ArrayList<T>(expected);
    if (in[at] != ']') {
      do {
        items.add(item.apply(this));
      } while (passes(','));
    }
    pass(']');
    return List.copyOf(items);
  }

  /** Goes through an object that has some of these fields, each once and in this order. */
  <E extends Enum<E>> void fields(E[] names, Consumer<E> value) {
    pass('{');
    int least = 0;
    if (in[at] != '}') {
      do {
        int name = wordAmong(names);
        if (name < least) {
          throw otherForm();
        }
        least = name + 1;
        pass(':');
        value.accept(names[name]);
      } while (passes(','));
    }
    pass('}');
  }

  <T> Optional<T> maybe(Function<Cursor, T> value) {
    return passes("null") ? Optional.empty() : Optional.of(value.apply(this));
  }

  boolean absent() {
    return passes("null");
  }

  boolean truth() {
    if (passes("true")) {
      return true;
    }
    if (passes("false")) {
      return false;
    }
    throw otherForm();
  }

  /** Text with no escape but those of quote and backslash. */
  String text() {
    pass('"');
    int from = at;
    boolean escaped = false;
    int end = from;
    for (byte next = in[end]; next != '"'; next = in[++end]) {
      if (next == '\\') {
        escaped = true;
        next = in[++end];
        if (next != '"' && next != '\\') {
          throw otherForm();
        }
      } else if (next >= 0 && next < ' ') {
        throw otherForm();
      }
    }
    String text = new String(in, from, end - from, StandardCharsets.UTF_8);
    if (text.length() > LONGEST_TEXT || text.indexOf(MALFORMED) >= 0) {
      throw otherForm();
    }
    at = end + 1;
    return escaped ? text.replaceAll("\\\\(.)", "$1") : text;
  }

  /** One of these words. */
  <E extends Enum<E>> E word(E[] words) {
    return words[wordAmong(words)];
  }

  private <E extends Enum<E>> int wordAmong(E[] words) {
    pass('"');
    for (int i = 0; i < words.length; i++) {
      int from = at;
      if (passes(words[i].name()) && passes('"')) {
        return i;
      }
      at = from;
    }
    throw otherForm();
  }

  LocalDate date() {
    pass('"');
    LocalDate date = days.date(at);
    at += Days.LENGTH;
    pass('"');
    return date;
  }

  /** In UTC, with or without a fraction of the second. */
  Instant instant() {
    pass('"');
    Instant instant = days.instant(at);
    at = days.end();
    pass('"');
    return instant;
  }

  /** Goes to the end of a number, whose digits they are. */
  Digits number() {
    at = digits.scan(at);
    return digits;
  }

  private void pass(char expected) {
    if (in[at] != expected) {
      throw otherForm();
    }
    at++;
  }

  private boolean passes(char expected) {
    boolean there = in[at] == expected;
    at += there ? 1 : 0;
    return there;
  }

  private boolean passes(String expected) {
    int length = expected.length();
    int from = at;
    for (int i = 0; i < length; i++) {
      if (in[from + i] != expected.charAt(i)) {
        return false;
      }
    }
    at = from + length;
    return true;
  }
}
