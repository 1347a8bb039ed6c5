package dailyreport.application.cache;

/** Counts model calls before they are made. */
@FunctionalInterface
public interface CallAllowance {

  /** Takes one call; false when none is left. */
  boolean take();
}
