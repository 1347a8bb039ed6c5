package dailyreport.application.cache;

import dailyreport.application.port.AppEvent.Tier;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The way to a tier. What goes wrong there is one event and an empty answer, never an exception: a
 * cache that fails, even by a bug of ours, costs the person who asked nothing but time.
 *
 * <p>A store is not asked while its breaker skips it, nor for a caller who has no time left or was
 * called off; and that a caller was called off while it asked is no fault of the store.
 */
final class TierAccess {
  private final Tier tier;
  private final Breaker breaker;
  private final CacheEvents events;

  TierAccess(Tier tier, Breaker breaker, CacheEvents events) {
    this.tier = tier;
    this.breaker = breaker;
    this.events = events;
  }

  /** The answer; empty when the store was not asked, or did not answer. */
  <T> Optional<T> ask(String operation, Deadline deadline, Supplier<T> call) {
    return ask(operation, deadline, call, _ -> true);
  }

  /**
   * The answer; empty when the store was not asked, or did not answer.
   *
   * @param sound whether an answer is one of a store that works
   */
  <T> Optional<T> ask(String operation, Deadline deadline, Supplier<T> call, Predicate<T> sound) {
    if (deadline.passed(events.clock().instant()) || calledOff() || !breaker.allows()) {
      return Optional.empty();
    }
    try {
      T answer = call.get();
      if (sound.test(answer)) {
        breaker.answered();
      } else {
        suspect(Fault.ERROR);
      }
      return Optional.of(answer);
    } catch (PortException.Cache e) {
      faulted(operation, e.fault());
    } catch (RuntimeException | StackOverflowError | LinkageError bug) {
      faulted(operation, Fault.ERROR);
    }
    return Optional.empty();
  }

  /** Does what is due whatever the time and whoever was called off; it is told when it fails. */
  void always(String operation, Runnable call) {
    // An interrupted thread's remote calls end at once, and this one must still be made.
    boolean wasCalledOff = Thread.interrupted();
    try {
      call.run();
    } catch (PortException.Cache e) {
      events.fault(tier, operation, e.fault());
    } catch (RuntimeException | StackOverflowError | LinkageError bug) {
      events.fault(tier, operation, Fault.ERROR);
    } finally {
      if (wasCalledOff) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void faulted(String operation, Fault fault) {
    suspect(fault);
    events.fault(tier, operation, fault);
  }

  private void suspect(Fault fault) {
    if (!calledOff()) {
      breaker.faulted(fault);
    }
  }

  private static boolean calledOff() {
    return Thread.currentThread().isInterrupted();
  }
}
