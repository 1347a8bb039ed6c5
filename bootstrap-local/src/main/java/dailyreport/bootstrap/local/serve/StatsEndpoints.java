package dailyreport.bootstrap.local.serve;

import dailyreport.application.port.AppEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;

/** Figures of the cache, for eyes on this machine and for programs on it. */
public final class StatsEndpoints {
  private StatsEndpoints() {}

  /**
   * The page, its style sheet and its figures.
   *
   * @param events all that are kept, whenever they are asked for
   */
  public static List<Route> routes(Supplier<List<AppEvent>> events) {
    return List.of(
        Route.page("/stats", _ -> Response.html(200, StatsPage.html(Usage.of(events.get())))),
        Route.page("/stats.css", _ -> Response.of(200, "text/css; charset=utf-8", style())),
        Route.page("/stats.json", _ -> Response.json(200, Usage.of(events.get()).fields())));
  }

  private static byte[] style() {
    try (InputStream in = StatsEndpoints.class.getResourceAsStream("stats.css")) {
      if (in == null) {
        throw new IllegalStateException("resource stats.css is missing from the build");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
