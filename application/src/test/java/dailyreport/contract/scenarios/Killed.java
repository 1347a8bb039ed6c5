package dailyreport.contract.scenarios;

import dailyreport.application.cache.Tiers;
import dailyreport.application.port.GenerationLease;
import dailyreport.application.port.InvalidationLog;
import dailyreport.application.port.PortException;
import dailyreport.application.port.SharedCache;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The end of a process, as far as others can tell: who is killed gives no lease back and asks for
 * nothing more. No code of ours catches an error.
 */
final class Killed extends Error {
  private static final long serialVersionUID = 1L;

  private Killed() {
    super("the process was killed", null, false, false);
  }

  /** The same tiers for an instance whose last deed is the first commit that is refused. */
  static Tiers byARefusal(Tiers tiers) {
    var dead = new AtomicBoolean();
    return new Tiers(
        tiers.backend(),
        tiers.local(),
        mortal(SharedCache.class, tiers.shared(), dead),
        mortal(GenerationLease.class, tiers.lease(), dead),
        mortal(InvalidationLog.class, tiers.log(), dead),
        tiers.softTimeout());
  }

  private static <T> T mortal(Class<T> port, T target, AtomicBoolean dead) {
    return Ports.around(
        port,
        target,
        (method, _, call) -> {
          if (dead.get()) {
            throw new Killed();
          }
          if (!method.equals("commit")) {
            return call.run();
          }
          try {
            return call.run();
          } catch (PortException.Cache _) {
            dead.set(true);
            throw new Killed(); // nobody is left to hear what went wrong
          }
        });
  }
}
