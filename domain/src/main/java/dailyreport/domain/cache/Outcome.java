package dailyreport.domain.cache;

/** How a generation ended, as far as its lifetime is concerned. */
public enum Outcome {
  /** Everything is there; a template narrative by choice counts as complete. */
  COMPLETE,
  /** News are missing because of a fault, or the newest bar is old. */
  INCOMPLETE,
  /** The template stands because the model failed. */
  TEMPLATE,
  /** A definite answer that there is no report. */
  NEGATIVE
}
