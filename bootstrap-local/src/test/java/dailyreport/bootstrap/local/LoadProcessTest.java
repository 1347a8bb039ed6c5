package dailyreport.bootstrap.local;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.bootstrap.local.serve.Endpoint;
import dailyreport.bootstrap.local.serve.LocalServer;
import dailyreport.bootstrap.local.serve.Request;
import dailyreport.bootstrap.local.serve.Response;
import dailyreport.bootstrap.local.serve.Route;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 32 connections that ask {@code ./bot serve} for a report in SQLite, every fourth with a signature
 * that is not LINE's. What is asserted is that each signed event is answered once and no other at
 * all; how fast is printed. A second is enough for the first, {@code -Ddailyreport.load=30} asks
 * for figures worth telling: server, generator and the stand-in for LINE share the machine.
 */
class LoadProcessTest {
  private static final int CONNECTIONS = 32;
  private static final int SECONDS = Integer.getInteger("dailyreport.load", 1);
  private static final String SECRET = "load-secret";
  private static final String READY = "ready: ";
  private static final Pattern TOKEN = Pattern.compile("\"replyToken\":\"([^\"]+)\"");

  @TempDir Path dir;
  private final Map<String, Integer> replies = new ConcurrentHashMap<>();
  private final BlockingQueue<String> answered = new LinkedBlockingQueue<>();
  private final AtomicLong events = new AtomicLong();

  private record Done(long[] signed, long[] forged, int wrong) {}

  @Test
  void eachSignedEventIsAnsweredOnceAndNoForgedOne() throws Exception {
    LocalServer line = LocalServer.bind(LocalServer.LOOPBACK, 0);
    line.start(
        List.of(
            stub("/v2/bot/message/reply", this::reply),
            stub("/v2/bot/chat/loading/start", _ -> Response.json(202, Map.of()))),
        _ -> Response.refusal(404, "Not found"));
    Process server =
        new Bot(dir.resolve("home"))
            .with("LINE_CHANNEL_SECRET", SECRET)
            .with("LINE_CHANNEL_ACCESS_TOKEN", "load-token")
            .with("LINE_API_BASE_URL", line.address().toString())
            .with("PUBLIC_BASE_URL", "https://bot.example")
            .pipe("serve", "--port", "0", "--prices", "AAPL19=" + prices());
    try (BufferedReader out = server.inputReader()) {
      URI address = ready(out);
      // Made once, by a job; from then on it is in SQLite.
      try (var connection = new LoadConnection(address)) {
        assertThat(connection.send(request(address, true))).isEqualTo(200);
      }
      assertThat(answered.poll(60, TimeUnit.SECONDS)).as("the first report").isNotNull();
      String before = load();
      long start = System.nanoTime();
      List<Done> all = run(address, start + TimeUnit.SECONDS.toNanos(SECONDS));
      double took = (System.nanoTime() - start) / 1e9;

      var signed = new Latencies(all.stream().map(Done::signed).toList());
      var forged = new Latencies(all.stream().map(Done::forged).toList());
      assertThat(all).allSatisfy(done -> assertThat(done.wrong()).isZero());
      assertThat(signed.count()).isGreaterThan(CONNECTIONS);
      assertThat(replies).hasSize(signed.count() + 1).allSatisfy((_, n) -> assertThat(n).isOne());
      print(signed.over(took), forged.over(took), before);
    } finally {
      server.destroy();
      assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
      line.close();
    }
  }

  private List<Done> run(URI address, long until) throws Exception {
    var all = new ArrayList<Done>();
    try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
      Callable<Done> client = () -> client(address, until);
      var running = new ArrayList<Future<Done>>();
      for (int i = 0; i < CONNECTIONS; i++) {
        running.add(threads.submit(client));
      }
      for (Future<Done> one : running) {
        all.add(one.get());
      }
    }
    return all;
  }

  private Done client(URI address, long until) throws Exception {
    var signed = new ArrayList<Long>();
    var forged = new ArrayList<Long>();
    int wrong = 0;
    try (var connection = new LoadConnection(address)) {
      for (int i = 0; System.nanoTime() < until; i++) {
        boolean ours = i % 4 != 3;
        byte[] request = request(address, ours);
        long start = System.nanoTime();
        int status = connection.send(request);
        (ours ? signed : forged).add(System.nanoTime() - start);
        wrong += status == (ours ? 200 : 403) ? 0 : 1;
      }
    }
    return new Done(nanos(signed), nanos(forged), wrong);
  }

  private byte[] request(URI address, boolean signed) throws GeneralSecurityException {
    long number = events.incrementAndGet();
    byte[] body =
        """
        {"destination":"U0","events":[{"type":"message","mode":"active","timestamp":%d,\
        "source":{"type":"user","userId":"U1"},"webhookEventId":"load-%d",\
        "deliveryContext":{"isRedelivery":false},"replyToken":"token-%d",\
        "message":{"type":"text","id":"1","quoteToken":"q","text":"AAPL19"}}]}\
        """
            .formatted(System.currentTimeMillis(), number, number)
            .getBytes(StandardCharsets.UTF_8);
    var mac = Mac.getInstance("HmacSHA256");
    String key = signed ? SECRET : "another secret";
    mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return LoadConnection.post(
        address, body, Base64.getEncoder().encodeToString(mac.doFinal(body)));
  }

  private static Route stub(String path, Endpoint answer) {
    return new Route("POST", path, Route.Audience.DESK, 1 << 20, answer);
  }

  private Response reply(Request request) {
    Matcher token = TOKEN.matcher(new String(request.body(), StandardCharsets.UTF_8));
    if (!token.find()) {
      return Response.refusal(400, "no reply token");
    }
    replies.merge(token.group(1), 1, Integer::sum);
    answered.add(token.group(1));
    return Response.json(200, Map.of("sentMessages", List.of(Map.of("id", "1"))));
  }

  private Path prices() throws IOException {
    var rows = new StringBuilder("Date,Open,High,Low,Close,Volume\n");
    LocalDate day = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).minusDays(3);
    for (int i = 0; i < 400; day = day.minusDays(1)) {
      if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        double close = 100 + 10 * Math.sin(i / 20.0) + i % 7;
        rows.append(
            String.format(
                Locale.ROOT,
                "%s,%.2f,%.2f,%.2f,%.2f,%d%n",
                day,
                close - 0.5,
                close + 1,
                close - 1,
                close,
                1_000_000 + i));
        i++;
      }
    }
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

  private static long[] nanos(List<Long> all) {
    return all.stream().mapToLong(Long::longValue).toArray();
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
    Files.writeString(
        Path.of(System.getProperty("dailyreport.root"), "bootstrap-local/target/load.txt"), told);
    System.out.print(told);
  }
}
