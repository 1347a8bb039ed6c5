package dailyreport.contract;

import dailyreport.application.port.Answer;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Incoming;
import dailyreport.application.port.Messenger;
import dailyreport.application.port.Secret;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Keeps what would have been sent. Reply tokens are good for one reply, retry keys for one push, as
 * on the platform. Safe for use from several threads.
 */
public final class RecordingMessenger implements Messenger {
  private final InstantSource clock;
  private final List<Sent> arrived = new ArrayList<>();
  private final List<Incoming> animations = new ArrayList<>();
  private final Set<Secret> usedTokens = new HashSet<>();
  private final Set<UUID> usedKeys = new HashSet<>();
  private final Deque<Delivery> script = new ArrayDeque<>();
  private int attempts;

  /** How an answer was sent. */
  public enum Via {
    REPLY,
    PUSH
  }

  /** An answer that arrived. */
  public record Sent(Via via, Incoming incoming, Answer answer) {}

  public RecordingMessenger(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * The next sendings end like this, in order, whatever their tokens; later ones arrive. Only
   * {@link Delivery#DELIVERED} is kept as arrived.
   */
  public synchronized RecordingMessenger ends(Delivery... deliveries) {
    script.addAll(List.of(deliveries));
    return this;
  }

  /** Answers that arrived, in order. */
  public synchronized List<Sent> arrived() {
    return List.copyOf(arrived);
  }

  /** Calls of reply and push, whatever they came to. */
  public synchronized int attempts() {
    return attempts;
  }

  /** Events for which the animation was shown. */
  public synchronized List<Incoming> animations() {
    return List.copyOf(animations);
  }

  @Override
  public synchronized Delivery reply(Incoming incoming, Answer answer, Deadline deadline) {
    attempts++;
    if (deadline.passed(clock.instant())) {
      return Delivery.REFUSED;
    }
    Delivery planned = script.isEmpty() ? Delivery.DELIVERED : script.removeFirst();
    if (planned != Delivery.DELIVERED) {
      return planned;
    }
    if (!usedTokens.add(incoming.replyToken())) {
      return Delivery.TOKEN_DEAD;
    }
    arrived.add(new Sent(Via.REPLY, incoming, answer));
    return Delivery.DELIVERED;
  }

  @Override
  public synchronized Delivery push(
      Incoming incoming, UUID retryKey, Answer answer, Deadline deadline) {
    attempts++;
    if (deadline.passed(clock.instant())) {
      return Delivery.REFUSED;
    }
    Delivery planned = script.isEmpty() ? Delivery.DELIVERED : script.removeFirst();
    if (planned != Delivery.DELIVERED) {
      return planned;
    }
    if (usedKeys.add(retryKey)) {
      arrived.add(new Sent(Via.PUSH, incoming, answer));
    }
    return Delivery.DELIVERED;
  }

  @Override
  public synchronized void showLoading(Incoming incoming, Duration length, Deadline deadline) {
    if (incoming.source().kind() == Incoming.Kind.USER && !deadline.passed(clock.instant())) {
      animations.add(incoming);
    }
  }
}
