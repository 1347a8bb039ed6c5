package dailyreport.application;

import dailyreport.application.port.Answer;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Incoming;
import dailyreport.application.port.Messenger;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Hears every message that is sent, and delivers or not as told. */
final class HeardMessenger implements Messenger {
  final List<Answer> replies = new CopyOnWriteArrayList<>();
  final List<Answer> pushes = new CopyOnWriteArrayList<>();
  final List<UUID> retryKeys = new CopyOnWriteArrayList<>();
  final List<Duration> loadings = new CopyOnWriteArrayList<>();
  volatile Delivery onReply = Delivery.DELIVERED;
  volatile Consumer<Answer> hears = _ -> {};

  @Override
  public Delivery reply(Incoming incoming, Answer answer, Deadline deadline) {
    replies.add(answer);
    hears.accept(answer);
    return onReply;
  }

  @Override
  public Delivery push(Incoming incoming, UUID retryKey, Answer answer, Deadline deadline) {
    pushes.add(answer);
    retryKeys.add(retryKey);
    return Delivery.DELIVERED;
  }

  @Override
  public void showLoading(Incoming incoming, Duration length, Deadline deadline) {
    loadings.add(length);
  }
}
