package dailyreport.bootstrap.local;

import dailyreport.application.port.Narrator;
import java.util.Optional;
import java.util.function.Supplier;

/** Which model writes. */
@FunctionalInterface
interface ModelChoice {

  /**
   * The model; empty when the template writes.
   *
   * @param configured the one that settings name, made when it is asked for
   */
  Optional<Narrator> of(Supplier<Optional<Narrator>> configured);
}
