package dailyreport.contract;

import dailyreport.application.port.DeadLetter;
import dailyreport.application.port.DeadLetters;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Dead letters in memory, to be read and to be closed to more. */
public final class InMemoryDeadLetters implements DeadLetters {
  private final InstantSource clock;
  private final List<DeadLetter> letters = new ArrayList<>();
  private Optional<Fault> refusal = Optional.empty();
  private int attempts;

  public InMemoryDeadLetters(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void bury(DeadLetter letter, Deadline deadline) {
    attempts++;
    if (refusal.isPresent()) {
      throw new PortException.Queue(refusal.get(), "dead letter: refused", null);
    }
    if (deadline.passed(clock.instant())) {
      throw new PortException.Queue(Fault.TIMEOUT, "dead letter: no time left", null);
    }
    letters.add(letter);
  }

  /** No letter is accepted from now on. */
  public synchronized void refuse(Fault fault) {
    refusal = Optional.of(fault);
  }

  /** Every letter, in the order of burying. */
  public synchronized List<DeadLetter> letters() {
    return List.copyOf(letters);
  }

  /** How often it was asked, refused ones included. */
  public synchronized int attempts() {
    return attempts;
  }
}
