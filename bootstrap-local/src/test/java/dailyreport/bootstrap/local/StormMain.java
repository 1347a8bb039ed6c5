package dailyreport.bootstrap.local;

import dailyreport.application.TickerDirectory;
import dailyreport.application.cache.CacheAnswer;
import dailyreport.application.cache.Requester;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.GenerationLease.Claim;
import dailyreport.application.port.PortException;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.ReportKey;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * One process of a storm: the product wired as {@code ./bot} wires it, and many people who ask it
 * for the same report at the same moment. It obeys lines on its input ({@code go}, {@code advance
 * PT1M}) and ends with it. It uses the product's classes only: no test library is on its path.
 */
final class StormMain {
  /** Begins what is said to the test; other lines are the progress a person would see. */
  static final String SAID = "storm: ";

  /** As long as a command works on an answer. */
  private static final Duration WORK = Duration.ofSeconds(105);

  /** Who is told to ask again in a minute does so, but not for ever. */
  private static final int MOST_QUESTIONS = 3;

  private final LocalComponent desk;
  private final ReportKey key;
  private final PrintWriter out;

  private StormMain(LocalComponent desk, ReportKey key, PrintWriter out) {
    this.desk = desk;
    this.key = key;
    this.out = out;
  }

  /** True time, and how far the test has moved this process ahead of it. */
  private static final class Clock implements InstantSource {
    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
      return InstantSource.system().instant().plus(ahead);
    }
  }

  /**
   * Starts a process of the storm.
   *
   * @param args symbol, price file, number of people
   */
  public static void main(String[] args) throws IOException {
    var out =
        new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    var instrument = TickerDirectory.bundled().find(new Ticker(args[0])).orElseThrow();
    FilePrices prices = FilePrices.of(instrument, Path.of(args[1]));
    var clock = new Clock();
    LocalComponent desk =
        DaggerLocalComponent.factory()
            .create(
                Config.from(System.getenv()), new Prices.Pinned(prices), new Progress(out), clock);
    var key = new ReportKey(instrument.ticker(), prices.lastSession());
    var storm = new StormMain(desk, key, out);
    storm.warmUp();
    var go = storm.crowd(Integer.parseInt(args[2]));
    out.println(SAID + "ready");
    try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.equals("go")) {
          go.countDown();
        } else {
          clock.ahead = clock.ahead.plus(Duration.parse(line.substring("advance ".length())));
          out.println(SAID + "advanced");
        }
      }
    }
    System.exit(0);
  }

  /**
   * Loads the SDK's classes by a lease of another report: on a busy machine that alone takes longer
   * than a lease may, and who cannot have a lease goes on without.
   */
  private void warmUp() {
    var other = new ReportKey(new Ticker("UOB19"), key.session());
    desk.shared()
        .ifPresent(shared -> {
          for (int attempt = 1; attempt <= 5; attempt++) {
            try {
              shared.cache().find(other, soon());
              if (shared.lease().tryAcquire(other, WORK, soon()) instanceof Claim.Held(var lease)) {
                shared.lease().release(lease, soon());
                return;
              }
            } catch (PortException.Cache e) {
              // Still loading.
            }
          }
        });
  }

  private Deadline soon() {
    return Deadline.in(Duration.ofSeconds(20), desk.clock().instant());
  }

  private CountDownLatch crowd(int people) {
    var go = new CountDownLatch(1);
    var threads = Executors.newFixedThreadPool(people);
    for (int person = 0; person < people; person++) {
      threads.execute(() -> {
        try {
          go.await();
          String answer = told(ask());
          out.println(SAID + answer);
        } catch (InterruptedException _) {
          Thread.currentThread().interrupt();
        }
      });
    }
    return go;
  }

  private CacheAnswer ask() {
    CacheAnswer answer = new CacheAnswer.Pending();
    for (int n = 0; n < MOST_QUESTIONS && answer instanceof CacheAnswer.Pending; n++) {
      var work = Deadline.in(WORK, desk.clock().instant());
      answer = desk.cache().get(key, Requester.nobody(), work, work);
    }
    return answer;
  }

  /** {@code answer}, then what must be equal for everybody. */
  private String told(CacheAnswer answer) {
    return answer instanceof CacheAnswer.Served served
        ? "answer %s %s %s"
            .formatted(
                served.report().narrative().author(),
                served.entry().validity().generation(),
                Part.sha256(desk.codec().encode(served.entry())))
        : answer.toString().replace('\n', ' ');
  }
}
