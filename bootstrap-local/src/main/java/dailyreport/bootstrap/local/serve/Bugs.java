package dailyreport.bootstrap.local.serve;

import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Where a bug is, for the log, without its words: they may quote what somebody wrote. */
public final class Bugs {
  private static final int MOST_FRAMES = 6;
  private static final System.Logger LOG = System.getLogger(Bugs.class.getName());

  private Bugs() {}

  /** Logs a bug that was found during that. */
  public static void log(String during, Throwable bug) {
    LOG.log(
        Level.ERROR,
        during
            + ": "
            + Arrays.stream(bug.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("dailyreport."))
                .limit(MOST_FRAMES)
                .map(frame -> " at " + frame)
                .collect(Collectors.joining("", bug.getClass().getName(), "")));
  }
}
