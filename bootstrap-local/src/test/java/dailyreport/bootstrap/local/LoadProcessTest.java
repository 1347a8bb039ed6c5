package dailyreport.bootstrap.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 32 connections that ask {@code ./bot serve} for a report in SQLite, every fourth time with a
 * signature that is not LINE's. What is asserted is that each signed event is answered once and no
 * other at all; how fast is printed. A second is enough for the first, {@code
 * -Ddailyreport.load=30} asks for figures worth telling: server, generator and the stand-in for
 * LINE share the machine.
 */
class LoadProcessTest {
  private static final int CONNECTIONS = 32;
  private static final int SECONDS = Integer.getInteger("dailyreport.load", 1);
  private static final String SECRET = "load-secret";
  private static final String READY = "ready: ";

  @TempDir Path dir;

  @Test
  void eachSignedEventIsAnsweredOnceAndNoForgedOne() throws Exception {
    try (var line = new CountingLine()) {
      Process server =
          new Bot(dir.resolve("home"))
              .with("LINE_CHANNEL_SECRET", SECRET)
              .with("LINE_CHANNEL_ACCESS_TOKEN", "load-token")
              .with("LINE_API_BASE_URL", line.address().toString())
              .with("PUBLIC_BASE_URL", "https://bot.example")
              .pipe("serve", "--port", "0", "--prices", "AAPL19=" + prices());
      try (BufferedReader out = server.inputReader()) {
        var client = new LoadClient(ready(out), SECRET);
        // Made once, by a job; from then on it is in SQLite.
        assertThat(client.once()).isEqualTo(200);
        assertThat(line.isAnswered()).as("the first report").isTrue();
        String before = load();
        long start = System.nanoTime();
        List<LoadClient.Seen> all = run(client, start + TimeUnit.SECONDS.toNanos(SECONDS));
        double took = (System.nanoTime() - start) / 1e9;

        var signed = new Latencies(all.stream().map(LoadClient.Seen::signed).toList());
        var forged = new Latencies(all.stream().map(LoadClient.Seen::forged).toList());
        assertThat(all).allSatisfy(seen -> assertThat(seen.wrong()).isZero());
        assertThat(signed.count()).isGreaterThan(CONNECTIONS);
        assertThat(line.replies())
            .hasSize(signed.count() + 1)
            .allSatisfy((_, times) -> assertThat(times).isOne());
        print(signed.over(took), forged.over(took), before);
      } finally {
        server.destroy();
        assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  private static List<LoadClient.Seen> run(LoadClient client, long until) throws Exception {
    var all = new ArrayList<LoadClient.Seen>();
    try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
      var running = new ArrayList<Future<LoadClient.Seen>>();
      for (int i = 0; i < CONNECTIONS; i++) {
        Callable<LoadClient.Seen> one = () -> client.until(until);
        running.add(threads.submit(one));
      }
      for (Future<LoadClient.Seen> one : running) {
        all.add(one.get());
      }
    }
    return all;
  }

  /** Bars of weekdays up to three days ago, so that the newest is of a closed session. */
  private Path prices() throws IOException {
    var rows = new StringBuilder("Date,Open,High,Low,Close,Volume\n");
    LocalDate last = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).minusDays(3);
    last.minusDays(560)
        .datesUntil(last)
        .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
        .forEach(day -> {
          double close = 100 + 10 * Math.sin(day.toEpochDay() / 20.0) + day.toEpochDay() % 7;
          rows.append(
              String.format(
                  Locale.ROOT,
                  "%s,%.2f,%.2f,%.2f,%.2f,%d%n",
                  day,
                  close - 0.5,
                  close + 1,
                  close - 1,
                  close,
                  1_000_000 + day.toEpochDay()));
        });
    return Files.writeString(dir.resolve("prices.csv"), rows);
  }

  private static URI ready(BufferedReader out) throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(READY)) {
        return URI.create(line.substring(READY.length()));
      }
    }
    throw new AssertionError("./bot serve ended before it was ready");
  }

  private static String load() throws IOException {
    Path load = Path.of("/proc/loadavg");
    return Files.exists(load) ? Files.readString(load).split(" ", 2)[0] : "unknown";
  }

  private static void print(String signed, String forged, String before) throws IOException {
    String told =
        String.format(
            Locale.ROOT,
            "%d connections, %d s, %d cores, load %s before and %s after, Java %s%n"
                + "answered from SQLite: %s%nforged: %s%n",
            CONNECTIONS,
            SECONDS,
            Runtime.getRuntime().availableProcessors(),
            before,
            load(),
            Runtime.version(),
            signed,
            forged);
    Path target =
        Path.of(System.getProperty("dailyreport.root"), "bootstrap-local", "target", "load.txt");
    Files.writeString(target, told);
    System.out.print(told);
  }
}
