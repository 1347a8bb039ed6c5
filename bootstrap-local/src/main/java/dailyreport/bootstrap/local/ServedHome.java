package dailyreport.bootstrap.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The settings of a server. What is made from a file of prices goes into a folder of its own that
 * ends with the server, so that no other command finds it and the first report is always slow;
 * unless somebody names a home.
 *
 * @param settings variables
 * @param temporary the folder to delete
 */
record ServedHome(Map<String, String> settings, Optional<Path> temporary) {
  private static final String HOME = "DAILYREPORT_HOME";

  /** All that the sample heeds: no key, no service. */
  private static final Set<String> WITHOUT_NETWORK =
      Set.of(
          HOME,
          "HOME",
          "XDG_CACHE_HOME",
          "CACHE_BACKEND",
          "CACHE_TTL_HOURS",
          "CHART_THEME",
          "LINE_PUSH_FALLBACK",
          "PDF_URL_EXPIRATION_HOURS");

  static ServedHome of(Map<String, String> environment, Prices prices, boolean sample) {
    var settings = new HashMap<>(environment);
    if (sample) {
      settings.keySet().retainAll(WITHOUT_NETWORK);
    }
    if (prices instanceof Prices.Live || !settings.getOrDefault(HOME, "").isBlank()) {
      return new ServedHome(Map.copyOf(settings), Optional.empty());
    }
    try {
      Path folder = Files.createTempDirectory("dailyreport-");
      settings.put(HOME, folder.toString());
      return new ServedHome(Map.copyOf(settings), Optional.of(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes the temporary folder as far as that can be done. */
  void delete() {
    if (temporary.isEmpty()) {
      return;
    }
    try (Stream<Path> all = Files.walk(temporary.get())) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException _) {
      // A file that appears meanwhile stays in the system's temporary folder, as others do.
      return;
    }
  }
}
