package dailyreport.bootstrap.local;

import dailyreport.adapters.json.JacksonEventCodec;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.EventLog;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.report.ReportKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Events as lines of {@code events.jsonl} in the home folder, so that figures span processes. Past
 * 10 MB the file becomes {@code events.1.jsonl} and a new one is begun.
 */
final class EventFile implements EventLog {
  private static final long MOST_BYTES = 10L << 20;
  private static final int MOST_KEYS = 10;

  private final Path file;
  private final Path rotated;
  private final JacksonEventCodec codec;
  private final InstantSource clock;

  EventFile(Path home, JacksonEventCodec codec, InstantSource clock) {
    this.file = home.resolve("events.jsonl");
    this.rotated = home.resolve("events.1.jsonl");
    this.codec = codec;
    this.clock = clock;
  }

  @Override
  public synchronized void record(AppEvent event) {
    try {
      if (Files.exists(file) && Files.size(file) > MOST_BYTES) {
        Files.move(file, rotated, StandardCopyOption.REPLACE_EXISTING);
      }
      Files.createDirectories(file.getParent());
      // One write in append mode: lines of two processes do not mix.
      Files.write(
          file,
          (codec.encode(clock.instant(), event) + "\n").getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      // Figures are worth less than an answer: an unwritable home loses them, as doctor says.
      return;
    }
  }

  /** All events kept, oldest first; lines that are not understood are passed over. */
  List<AppEvent> events() {
    return Stream.of(rotated, file)
        .flatMap(part -> lines(part).stream())
        .map(codec::decode)
        .flatMap(Optional::stream)
        .map(JacksonEventCodec.Line::event)
        .toList();
  }

  /** The reports of a receipt that the last runs dealt with, at most ten, latest first. */
  List<ReportKey> lately(Ticker ticker) {
    var keys = new LinkedHashSet<ReportKey>();
    for (AppEvent event : events().reversed()) {
      switch (event) {
        case AppEvent.CacheHit(_, var key, _, _, _) -> keys.add(key);
        case AppEvent.Backfill(_, var key) -> keys.add(key);
        case AppEvent.Generated(var key, _, _, _) -> keys.add(key);
        default -> {
          // What was missed, or is only on its way, need not be there.
        }
      }
    }
    return keys.stream().filter(key -> key.ticker().equals(ticker)).limit(MOST_KEYS).toList();
  }

  /** Forgets all figures. */
  void clear() throws IOException {
    Files.deleteIfExists(rotated);
    Files.deleteIfExists(file);
  }

  private static List<String> lines(Path part) {
    try {
      return Files.readAllLines(part, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      return List.of();
    }
  }
}
