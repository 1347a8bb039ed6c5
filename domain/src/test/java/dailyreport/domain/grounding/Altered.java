package dailyreport.domain.grounding;

import dailyreport.domain.report.Narrative;
import dailyreport.domain.report.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A narrative in which one thing was falsified.
 *
 * @param kind class of the change
 * @param what was done, with what stands around
 */
record Altered(Narrative narrative, String kind, String what) {
  private static final Map<String, String> OPPOSITES =
      Map.of(
          "เพิ่มขึ้น ", "ลดลง ",
          "ลดลง ", "เพิ่มขึ้น ",
          "สูงกว่า VWAP 252 วันทำการ ", "ต่ำกว่า VWAP 252 วันทำการ ",
          "ต่ำกว่า VWAP 252 วันทำการ ", "สูงกว่า VWAP 252 วันทำการ ");
  private static final Map<String, String> UNITS = Map.of("%", " เท่า", " เท่า", "%");

  /** Every digit is replaced by another, one at a time; kinds by what the digit belongs to. */
  static List<Altered> digits(Narrative narrative, Random random) {
    var all = new ArrayList<Altered>();
    UnaryOperator<String> other =
        digit -> String.valueOf((digit.charAt(0) - '0' + 1 + random.nextInt(9)) % 10);
    String token = "(?<=SMA)\\d|(?<=SMA\\d)\\d|\\d(?=\\d{0,2} (?:วัน|สัปดาห์))";
    String limit = "(?<=ระดับ )\\d|(?<=ระดับ \\d)\\d";
    everywhere(narrative, Pattern.compile(token), all, "digit of an allowed word", other);
    everywhere(narrative, Pattern.compile(limit), all, "digit of a threshold", other);
    everywhere(
        narrative,
        Pattern.compile("(?!" + token + "|" + limit + ")\\d"),
        all,
        "digit of a figure",
        other);
    return all;
  }

  /** A direction word is turned, a written sign dropped or turned, a sign put before a figure. */
  static List<Altered> signs(Narrative narrative) {
    var all = new ArrayList<Altered>();
    OPPOSITES.forEach((word, opposite) ->
        everywhere(
            narrative, Pattern.compile(word + "(?=\\d)"), all, "direction", seen -> opposite));
    everywhere(narrative, Pattern.compile("-(?=\\d)"), all, "dropped sign", seen -> "");
    everywhere(narrative, Pattern.compile("-(?=\\d)"), all, "turned sign", seen -> "+");
    everywhere(
        narrative,
        Pattern.compile("(?<= )(?<!ลดลง )(?<!ต่ำกว่า VWAP 252 วันทำการ )(?=\\d[\\d.,]*[^\\d., ])"),
        all,
        "added sign",
        seen -> "-");
    return all;
  }

  /** A unit is exchanged or added, a currency exchanged. */
  static List<Altered> units(Narrative narrative) {
    var all = new ArrayList<Altered>();
    UNITS.forEach((unit, other) ->
        everywhere(narrative, Pattern.compile("(?<=\\d)" + unit), all, "unit", seen -> other));
    everywhere(
        narrative,
        Pattern.compile("(?<=RSI อยู่ที่ \\d\\d\\.\\d\\d)"),
        all,
        "added unit",
        seen -> "%");
    everywhere(
        narrative,
        Pattern.compile("(?<=\\d |ล้าน )(SGD|USD|HKD|TWD|JPY|VND|EUR)"),
        all,
        "currency",
        seen -> seen.equals("USD") ? "SGD" : "ดอลลาร์สหรัฐ");
    everywhere(
        narrative,
        Pattern.compile("(?<= )(พันล้าน|ล้านล้าน|ล้าน)"),
        all,
        "magnitude",
        seen -> seen.equals("ล้าน") ? "พันล้าน" : "ล้าน");
    return all;
  }

  private static void everywhere(
      Narrative narrative,
      Pattern pattern,
      List<Altered> all,
      String kind,
      UnaryOperator<String> change) {
    for (int s = 0; s < narrative.sections().size(); s++) {
      Section section = narrative.sections().get(s);
      for (int p = 0; p < section.paragraphs().size(); p++) {
        String text = section.paragraphs().get(p);
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
          String changed =
              text.substring(0, matcher.start())
                  + change.apply(matcher.group())
                  + text.substring(matcher.end());
          var paragraphs = new ArrayList<>(section.paragraphs());
          paragraphs.set(p, changed);
          var sections = new ArrayList<>(narrative.sections());
          sections.set(s, new Section(section.kind(), paragraphs));
          all.add(
              new Altered(
                  new Narrative(sections, narrative.author()), kind, kind + " in " + changed));
        }
      }
    }
  }
}
