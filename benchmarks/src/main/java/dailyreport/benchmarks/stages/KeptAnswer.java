package dailyreport.benchmarks.stages;

import dailyreport.application.port.Answer;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Incoming;
import dailyreport.application.port.Messenger;
import java.time.Duration;
import java.util.UUID;

/** Stands in for LINE's messenger: keeps the newest answer, sends nothing. */
final class KeptAnswer implements Messenger {
  private Answer answer = new Answer.Hint();

  /** The newest answer. */
  Answer answer() {
    return answer;
  }

  @Override
  public Delivery reply(Incoming incoming, Answer reply, Deadline deadline) {
    answer = reply;
    return Delivery.DELIVERED;
  }

  @Override
  public Delivery push(Incoming incoming, UUID retryKey, Answer pushed, Deadline deadline) {
    throw new IllegalStateException("a hit is replied to, not pushed");
  }

  @Override
  public void showLoading(Incoming incoming, Duration length, Deadline deadline) {
    throw new IllegalStateException("a hit needs no animation");
  }
}
