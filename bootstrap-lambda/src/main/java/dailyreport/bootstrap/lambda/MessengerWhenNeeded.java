package dailyreport.bootstrap.lambda;

import dagger.Lazy;
import dailyreport.application.port.Answer;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Incoming;
import dailyreport.application.port.Messenger;
import java.time.Duration;
import java.util.UUID;

/** Opens the messenger with the first message: a miss or a link needs none. */
record MessengerWhenNeeded(Lazy<Messenger> messenger) implements Messenger {
  @Override
  public Delivery reply(Incoming incoming, Answer answer, Deadline deadline) {
    return messenger.get().reply(incoming, answer, deadline);
  }

  @Override
  public Delivery push(Incoming incoming, UUID retryKey, Answer answer, Deadline deadline) {
    return messenger.get().push(incoming, retryKey, answer, deadline);
  }

  @Override
  public void showLoading(Incoming incoming, Duration length, Deadline deadline) {
    messenger.get().showLoading(incoming, length, deadline);
  }
}
