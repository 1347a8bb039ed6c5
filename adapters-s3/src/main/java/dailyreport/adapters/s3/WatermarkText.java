package dailyreport.adapters.s3;

import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.cache.Watermarks;
import dailyreport.domain.cache.Watermarks.CutOff;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.report.ReportKey;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The watermarks as they are stored, in JSON of one fixed shape:
 *
 * <pre>{"epoch":2,"cutOffs":[{"scope":"ticker:DBS19","strength":"HARD","at":"…Z"}]}</pre>
 *
 * A scope is {@code all}, {@code ticker:T}, {@code session:DATE} or {@code key:T/DATE}.
 */
final class WatermarkText {
  private static final Pattern SHAPE =
      Pattern.compile("\\{\"epoch\":(\\d{1,18}),\"cutOffs\":\\[(.*)]}");
  private static final String CUT_OFF =
      "\\{\"scope\":\"([A-Za-z0-9:/-]{1,40})\",\"strength\":\"(HARD|SOFT)\",\"at\":\"([^\"]{1,40})\"}";
  private static final Pattern ONE = Pattern.compile(CUT_OFF);
  private static final Pattern ALL = Pattern.compile("|" + CUT_OFF + "(," + CUT_OFF + ")*+");

  private WatermarkText() {}

  static byte[] bytes(Watermarks watermarks) {
    return watermarks.cutOffs().stream()
        .map(cutOff ->
            "{\"scope\":\""
                + text(cutOff.scope())
                + "\",\"strength\":\""
                + cutOff.strength()
                + "\",\"at\":\""
                + cutOff.at()
                + "\"}")
        .collect(
            Collectors.joining(",", "{\"epoch\":" + watermarks.epoch() + ",\"cutOffs\":[", "]}"))
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads a body; white space does not matter.
   *
   * @throws PortException.Cache with {@link Fault#INVALID} when it is of another shape: an unread
   *     cut-off must not pass for none
   */
  static Watermarks of(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8).replaceAll("\\s", "");
    Matcher whole = SHAPE.matcher(text);
    if (!whole.matches() || !ALL.matcher(whole.group(2)).matches()) {
      throw invalid(null);
    }
    var cutOffs = new ArrayList<CutOff>();
    try {
      Matcher one = ONE.matcher(whole.group(2));
      while (one.find()) {
        cutOffs.add(
            new CutOff(
                scope(one.group(1)), Strength.valueOf(one.group(2)), Instant.parse(one.group(3))));
      }
    } catch (DateTimeException | IllegalArgumentException e) {
      throw invalid(e);
    }
    return new Watermarks(Long.parseLong(whole.group(1)), cutOffs);
  }

  private static PortException.Cache invalid(@Nullable Throwable cause) {
    return new PortException.Cache(
        Fault.INVALID, "S3 GET " + S3Keys.INVALIDATIONS + ": no watermarks in it", cause);
  }

  private static String text(Scope scope) {
    return switch (scope) {
      case Scope.All() -> "all";
      case Scope.OfTicker(Ticker ticker) -> "ticker:" + ticker;
      case Scope.OfSession(LocalDate session) -> "session:" + session;
      case Scope.OfKey(ReportKey key) -> "key:" + key;
    };
  }

  private static Scope scope(String text) {
    int colon = text.indexOf(':');
    String value = text.substring(colon + 1);
    return switch (colon < 0 ? text : text.substring(0, colon)) {
      case "all" -> new Scope.All();
      case "ticker" -> new Scope.OfTicker(new Ticker(value));
      case "session" -> new Scope.OfSession(LocalDate.parse(value));
      case "key" -> {
        int slash = value.indexOf('/');
        if (slash < 0) {
          throw new IllegalArgumentException("a key scope needs a session");
        }
        yield new Scope.OfKey(
            new ReportKey(
                new Ticker(value.substring(0, slash)),
                LocalDate.parse(value.substring(slash + 1))));
      }
      default -> throw new IllegalArgumentException("unknown scope");
    };
  }
}
