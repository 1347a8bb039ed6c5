package dailyreport.bootstrap.local.serve;

import dailyreport.application.port.Job;
import java.util.Locale;

/** Is told of every step of every job; must not throw. */
@FunctionalInterface
public interface JobWatch {
  /** Steps of a job. */
  enum Step {
    QUEUED,
    STARTED,
    DONE,
    FAILED
  }

  /** Tells a step. */
  void saw(Job job, Step step);

  /** A job's kind in a word, such as {@code answer}. */
  static String kind(Job job) {
    return job.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }
}
