package dailyreport.bootstrap.local;

import dailyreport.application.port.AppEvent;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells a person at a terminal what is being done and how long each stage took. */
final class Progress implements Audience {
  private final PrintWriter out;
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  Progress(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void record(AppEvent event) {
    switch (event) {
      case AppEvent.StageStarted(_, var stage) -> say(lower(stage) + " ...");
      case AppEvent.StageEnded(_, var stage, var took, var succeeded) ->
          say(lower(stage) + " " + seconds(took) + (succeeded ? "" : ", without result"));
      case AppEvent.CacheError(var tier, var op, var kind) ->
          once(
              "cache tier %s: %s (%s); going on without it"
                  .formatted(lower(tier), kind.label(), op),
              lower(tier) + kind);
      case AppEvent.LocalDisabled(var kind) ->
          // Entries and watermarks may share one file, and each gives it up.
          once("cache tier local is off for this run: " + kind.label(), "off");
      case AppEvent.Lock(var state) when state == AppEvent.LockState.WAITED ->
          say("another process is making this report; waiting for it ...");
      case AppEvent.RenderError(var kind) ->
          say("chart or PDF could not be made: " + kind.label() + "; the text is complete");
      case AppEvent.DependencyRetry(var dep) -> say(dep + ": asking once more");
      case AppEvent.ModelRepair _ -> say("the model's text did not pass the check; one repair");
      default -> {
        // Only what a waiting person wants to know.
      }
    }
  }

  /** A tier that is down fails at every step; a person needs to hear it once. */
  private void once(String line, String what) {
    if (told.add(what)) {
      say(line);
    }
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }

  /** {@code 1.25 s}. */
  static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.2f s", time.toMillis() / 1000.0);
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
