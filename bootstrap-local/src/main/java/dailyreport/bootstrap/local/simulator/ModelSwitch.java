package dailyreport.bootstrap.local.simulator;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the model behaves, as somebody at the page has set it. */
public final class ModelSwitch {
  private static final List<Integer> DELAYS = List.of(0, 5, 70);

  private volatile State state = new State(0, false);

  /**
   * One setting.
   *
   * @param delaySeconds that a report's text takes
   * @param off whether the model cannot be reached
   */
  record State(int delaySeconds, boolean off) {
    Duration delay() {
      return Duration.ofSeconds(delaySeconds);
    }

    Map<String, Object> fields() {
      var fields = new LinkedHashMap<String, Object>();
      fields.put("delaySeconds", delaySeconds);
      fields.put("off", off);
      return fields;
    }
  }

  /** A model that is there and does not wait. */
  public ModelSwitch() {
    // The first setting says it.
  }

  State state() {
    return state;
  }

  /**
   * Sets it by the page's object.
   *
   * @throws IllegalArgumentException naming the field that cannot be used
   */
  void set(Map<String, Object> fields) {
    if (fields.getOrDefault("delaySeconds", BigDecimal.ZERO) instanceof BigDecimal number
        && number.scale() <= 0
        && DELAYS.contains(number.intValue())) {
      state = new State(number.intValue(), Ask.flag(fields, "off"));
      return;
    }
    throw new IllegalArgumentException("delaySeconds: expected 0, 5 or 70");
  }
}
