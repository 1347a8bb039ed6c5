package dailyreport.application.port;

import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.cache.Watermarks;

/** The cut-offs that decide which entries may still be served. */
public interface InvalidationLog {

  /**
   * All cut-offs; {@link Watermarks#none()} when nothing was ever invalidated.
   *
   * @throws PortException.Cache when the log cannot be read
   */
  Watermarks current(Deadline deadline);

  /**
   * Adds a cut-off at the present instant. Concurrent calls all survive.
   *
   * @return the watermarks after it
   * @throws PortException.Cache when the log cannot be written
   */
  Watermarks raise(Scope scope, Strength strength, Deadline deadline);
}
