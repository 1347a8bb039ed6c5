package dailyreport.application;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Job;
import dailyreport.application.port.Received;

/** Does a job of whatever kind. */
public final class WorkOnJob {
  private final AnswerLate answerLate;
  private final RefreshReport refreshReport;

  /** Does jobs by these use cases. */
  public WorkOnJob(AnswerLate answerLate, RefreshReport refreshReport) {
    this.answerLate = answerLate;
    this.refreshReport = refreshReport;
  }

  /**
   * Does it, unless it is too old to matter to anybody.
   *
   * @param work by which everything must have ended, sending excepted
   */
  public void work(Received received, Deadline work) {
    switch (received.job()) {
      case Job.Answer _ -> answerLate.answer(received, work);
      case Job.Refresh _, Job.Rebuild _ -> refreshReport.refresh(received, work);
    }
  }
}
