package dailyreport.bootstrap.local.simulator;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.Narrator;
import dailyreport.application.port.Pause;
import dailyreport.application.port.PortException;
import dailyreport.domain.grounding.Violation;
import dailyreport.domain.report.Draft;
import dailyreport.domain.report.FactSheet;
import dailyreport.domain.report.Usage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * A model behind a switch: off, or slow. It keeps to its deadlines as any model has to, so a delay
 * that is longer than a call may take is spread over the two calls of a report.
 */
final class SwitchedNarrator implements Narrator {
  private final Narrator model;
  private final ModelSwitch setting;
  private final InstantSource clock;
  private final Pause pause;

  SwitchedNarrator(Narrator model, ModelSwitch setting, InstantSource clock, Pause pause) {
    this.model = model;
    this.setting = setting;
    this.clock = clock;
    this.pause = pause;
  }

  /** The part of a delay that a first call waits; faults.md, section 2, caps that call at 45 s. */
  static Duration first(Duration delay) {
    Duration most = Duration.ofSeconds(41);
    return delay.compareTo(most) > 0 ? most : delay;
  }

  @Override
  public Written write(FactSheet facts, Deadline deadline) {
    await(first(setting.state().delay()), deadline);
    return model.write(facts, deadline);
  }

  @Override
  public Written repair(
      FactSheet facts, Draft rejected, List<Violation> violations, Deadline deadline) {
    Duration delay = setting.state().delay();
    await(delay.minus(first(delay)), deadline);
    return model.repair(facts, rejected, violations, deadline);
  }

  private void await(Duration delay, Deadline deadline) {
    if (setting.state().off()) {
      // Nothing was sent, and so nothing was paid.
      throw fault(Fault.ERROR, "switched off").costing(Usage.none());
    }
    Duration left = deadline.remaining(clock.instant());
    try {
      pause.pause(delay.compareTo(left) < 0 ? delay : left);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw fault(Fault.TIMEOUT, "called off");
    }
    if (deadline.passed(clock.instant())) {
      throw fault(Fault.TIMEOUT, "no time left");
    }
  }

  private static PortException.Narration fault(Fault fault, String seen) {
    return new PortException.Narration(fault, "model behind the page's switch: " + seen, null);
  }
}
