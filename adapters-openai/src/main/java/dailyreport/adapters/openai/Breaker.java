package dailyreport.adapters.openai;

import dailyreport.application.port.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Stops calls for a while after an answer that time does not heal: a refused key or an unpaid bill
 * (faults.md, section 5: 15 minutes).
 */
final class Breaker {
  private static final Duration PAUSE = Duration.ofMinutes(15);

  private final AtomicReference<@Nullable Open> open = new AtomicReference<>();

  private record Open(Fault fault, Instant until) {}

  /** The fault that opened it, while it is open. */
  Optional<Fault> refusal(Instant now) {
    Open current = open.get();
    return current != null && now.isBefore(current.until)
        ? Optional.of(current.fault)
        : Optional.empty();
  }

  void saw(Fault fault, Instant now) {
    if (fault == Fault.AUTH || fault == Fault.QUOTA) {
      open.set(new Open(fault, now.plus(PAUSE)));
    }
  }
}
