package dailyreport.domain.grounding;

import dailyreport.domain.grounding.Mutant.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Every single change of a sentence that makes another claim of it, not a choice of them. */
final class Mutants {
  private static final String NUMBER = "\\d[\\d,]*(?:\\.\\d+)?";

  /** Words with digits that are no figures: names first, for they hold anything. */
  private static final Pattern NAMES = Pattern.compile("S&P 500|Top 50|3M|[A-Z]+19");

  private static final Pattern TOKENS =
      Pattern.compile("SMA ?(?:200|20|50)|RSI ?\\(14|(?:252|200|50|20) วัน|52 สัปดาห์");
  private static final Pattern THRESHOLDS = Pattern.compile("(?<=ระดับ )" + NUMBER + "%?");
  private static final Pattern CITATIONS = Pattern.compile("\\[\\d\\]");
  private static final List<String> ALLOWED =
      List.of("SMA20", "SMA50", "SMA200", "20 วัน", "50 วัน", "200 วัน", "252 วัน", "52 สัปดาห์");
  private static final List<String> LIMITS = List.of("30", "50", "70");

  private static final Map<String, String> OPPOSITES =
      Map.ofEntries(
          Map.entry("เพิ่มขึ้น", "ลดลง"),
          Map.entry("ลดลง", "เพิ่มขึ้น"),
          Map.entry("สูงกว่า VWAP", "ต่ำกว่า VWAP"),
          Map.entry("ต่ำกว่า VWAP", "สูงกว่า VWAP"),
          Map.entry("ติดลบ", "เป็นบวก"),
          Map.entry("เป็นบวก", "เป็นลบ"));

  private static final List<String> NEGATIVE = List.of("ติดลบ", "เป็นลบ", "แดนลบ");

  private static final List<String> UNITS = List.of("%", " เท่า", "/100", " จุด", "");

  private static final Map<String, List<String>> CURRENCIES =
      Map.of(
          "SGD", List.of("SGD", "ดอลลาร์สิงคโปร์"),
          "USD", List.of("USD", "ดอลลาร์สหรัฐ", "ดอลลาร์"),
          "HKD", List.of("HKD", "ดอลลาร์ฮ่องกง"),
          "TWD", List.of("TWD", "ดอลลาร์ไต้หวัน"),
          "JPY", List.of("JPY", "เยน"),
          "VND", List.of("VND", "ดอง"),
          "EUR", List.of("EUR", "ยูโร"),
          "THB", List.of("THB", "บาท"),
          "CNY", List.of("CNY", "หยวน"));

  private static final List<String> MAGNITUDES =
      List.of(
          "พัน", "หมื่น", "แสน", "ล้าน", "สิบล้าน", "พันล้าน", "หมื่นล้าน", "แสนล้าน", "ล้านล้าน");

  private static final String CODE = "SGD|USD|HKD|TWD|JPY|VND|EUR";
  private static final String POWER = "ล้านล้าน|พันล้าน|ล้าน";

  /** A figure with its sign, magnitude, unit and currency. */
  private static final Pattern FIGURE =
      Pattern.compile(
          "(?<sign>[+-]?)(?<number>"
              + NUMBER
              + ")(?<power> (?:"
              + POWER
              + "))?(?<unit>%| เท่า|/100)?(?<currency> (?:"
              + CODE
              + "))?");

  private final String text;
  private final List<Mutant> all = new ArrayList<>();

  private Mutants(String text) {
    this.text = text;
  }

  static List<Mutant> of(String text) {
    var mutants = new Mutants(text);
    String rest = mutants.words(text);
    FIGURE.matcher(rest).results().forEach(mutants::figure);
    mutants.directions();
    return mutants.all;
  }

  /** Changes digits that are no figures; the text with these covered by letters. */
  private String words(String whole) {
    String rest = whole;
    rest = cover(rest, NAMES, (found, changed) -> add(Kind.NAME, changed, false, ""));
    rest =
        cover(
            rest,
            TOKENS,
            (found, changed) ->
                add(Kind.PERIOD, changed, false, excuse(found, changed, ALLOWED, "allowed word")));
    rest =
        cover(
            rest,
            THRESHOLDS,
            (found, changed) ->
                all.add(
                    new Mutant(
                        Kind.THRESHOLD,
                        changed,
                        false,
                        excuse(found, changed, LIMITS, "threshold of the label"),
                        changed.substring(found.start(), found.end()).replace("%", ""))));
    return CITATIONS.matcher(rest).replaceAll("[x]");
  }

  /** Replaces each digit of what the pattern finds by each other one. */
  private String cover(String rest, Pattern pattern, BiConsumer<MatchResult, String> change) {
    List<MatchResult> found = pattern.matcher(rest).results().toList();
    var covered = new StringBuilder(rest);
    for (MatchResult one : found) {
      for (int at = one.start(); at < one.end(); at++) {
        if (Character.isDigit(text.charAt(at))) {
          for (char digit = '0'; digit <= '9'; digit++) {
            if (digit != text.charAt(at)) {
              change.accept(one, with(at, at + 1, String.valueOf(digit)));
            }
          }
          covered.setCharAt(at, 'x');
        }
      }
    }
    return covered.toString();
  }

  private static String excuse(MatchResult found, String changed, List<String> known, String what) {
    String now = changed.substring(found.start(), found.end());
    return known.contains(now) ? "another " + what : "";
  }

  private void figure(MatchResult found) {
    int start = found.start("number");
    int end = found.end("number");
    String number = found.group("number");
    for (int at = start; at < end; at++) {
      char seen = text.charAt(at);
      if (seen == '.') {
        points(found, at);
      } else if (seen != ',') {
        for (char digit = '0'; digit <= '9'; digit++) {
          if (digit != seen) {
            figure(Kind.DIGIT, found, at, at + 1, String.valueOf(digit));
          }
        }
        if (number.length() > 1) {
          figure(Kind.DIGIT_DROPPED, found, at, at + 1, "");
        }
        figure(Kind.DIGIT_DOUBLED, found, at, at, String.valueOf(seen));
      }
    }
    signs(found);
    units(found);
    magnitudes(found);
    currencies(found);
  }

  private void figure(Kind kind, MatchResult found, int from, int to, String instead) {
    int start = found.start("number");
    String changed = with(from, to, instead);
    String after = changed.substring(start, found.end("number") + instead.length() - (to - from));
    all.add(Mutant.ofFigure(kind, changed, found.group("number"), after, power(found)));
  }

  private static String power(MatchResult found) {
    return found.group("power") == null ? "" : found.group("power");
  }

  private void points(MatchResult found, int point) {
    int start = found.start("number");
    int end = found.end("number");
    String digits = text.substring(start, point) + text.substring(point + 1, end);
    for (int to : new int[] {point - start - 1, point - start + 1, digits.length()}) {
      if (to > 0 && to <= digits.length()) {
        String moved =
            to == digits.length() ? digits : digits.substring(0, to) + "." + digits.substring(to);
        all.add(
            Mutant.ofFigure(
                Kind.POINT, with(start, end, moved), found.group("number"), moved, power(found)));
      }
    }
  }

  private void signs(MatchResult found) {
    String sign = found.group("sign");
    int start = found.start();
    if (sign.isEmpty()) {
      String before = text.substring(0, start).stripTrailing();
      // A minus says once more what the word before it says: ลดลง -2.35%.
      boolean redundant = before.endsWith("ลดลง") || before.endsWith("ต่ำกว่า VWAP 252 วันทำการ");
      boolean zero = found.group("number").matches("[0.]+");
      add(Kind.SIGN, with(start, start, "-"), redundant || zero, "");
    } else {
      boolean positive = sign.equals("+");
      boolean said = NEGATIVE.stream().anyMatch(text::contains);
      add(Kind.SIGN, with(start, start + 1, ""), positive || said, "");
      add(Kind.SIGN, with(start, start + 1, positive ? "-" : "+"), false, "");
    }
  }

  private void units(MatchResult found) {
    if (found.group("currency") != null || found.group("power") != null) {
      for (String unit : List.of("%", " เท่า", "/100")) {
        String rest = text.substring(found.end("number"), found.end());
        add(Kind.UNIT, with(found.end("number"), found.end(), unit), false, "");
        add(Kind.UNIT, with(found.end("number"), found.end(), unit + rest), false, "");
      }
      return;
    }
    String unit = found.group("unit") == null ? "" : found.group("unit");
    String label = text.substring(Math.max(0, found.start() - 16), found.start());
    for (String other : UNITS) {
      if (!other.equals(unit)) {
        boolean same =
            (unit.isEmpty() && other.equals(" จุด"))
                || (label.contains("P/E") && List.of("", " เท่า", " จุด").contains(other));
        add(Kind.UNIT, with(found.end("number"), found.end(), other), same, "");
      }
    }
    for (String code : List.of(" SGD", " USD", " VND", " บาท")) {
      add(Kind.UNIT, with(found.end("number"), found.end(), code), false, "");
    }
  }

  private void magnitudes(MatchResult found) {
    String power = found.group("power");
    int from = found.end("number");
    for (String other : MAGNITUDES) {
      if (power == null || !power.strip().equals(other)) {
        int to = power == null ? from : found.end("power");
        add(Kind.MAGNITUDE, with(from, to, " " + other), false, "");
      }
    }
    if (power != null) {
      add(Kind.MAGNITUDE, with(from, found.end("power"), ""), false, "");
    }
  }

  private void currencies(MatchResult found) {
    String currency = found.group("currency");
    if (currency == null) {
      return;
    }
    CURRENCIES.forEach((code, words) -> {
      if (!code.equals(currency.strip())) {
        words.forEach(word ->
            add(
                Kind.CURRENCY,
                with(found.start("currency"), found.end("currency"), " " + word),
                false,
                ""));
      }
    });
  }

  /** Only words that belong to a figure: one in a sentence without claims something else. */
  private void directions() {
    OPPOSITES.forEach((word, opposite) -> {
      String gap = word.endsWith("VWAP") ? "(?= 252 วันทำการ \\d)" : "(?= \\d)";
      Pattern.compile(word + gap)
          .matcher(text)
          .results()
          .forEach(found -> {
            add(Kind.DIRECTION, with(found.start(), found.end(), opposite), false, "");
            String left = word.endsWith("VWAP") ? "ห่าง VWAP" : "เปลี่ยนแปลง";
            boolean up = word.equals("เพิ่มขึ้น") || word.startsWith("สูงกว่า");
            add(Kind.DIRECTION, with(found.start(), found.end(), left), up, "");
          });
    });
  }

  private void add(Kind kind, String changed, boolean stillTrue, String excuse) {
    all.add(new Mutant(kind, changed, stillTrue, excuse, ""));
  }

  private String with(int from, int to, String instead) {
    return text.substring(0, from) + instead + text.substring(to);
  }
}
