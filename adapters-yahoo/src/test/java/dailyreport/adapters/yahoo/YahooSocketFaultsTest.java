package dailyreport.adapters.yahoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.MarketData;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Quotes;
import dailyreport.contract.ExampleMarket;
import dailyreport.contract.Examples;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Faults below HTTP, with the exact number of requests. */
class YahooSocketFaultsTest {
  private static final String CHART = "/v8/";
  private static final String FIGURES = "/v10/";

  private final RecordedEvents events = new RecordedEvents();
  private final NotedPauses pauses = new NotedPauses();

  @Test
  void f01AfterAConnectTimeoutTheOtherHostIsAsked() throws IOException {
    try (var deaf = new DeafServer();
        var yahoo = new YahooStub()) {
      var hosts = new YahooHosts(deaf.base(), yahoo.base(), yahoo.base());
      assertThat(impatient(hosts).quotes(ExampleMarket.KNOWN, YahooStub.deadline()))
          .isInstanceOf(Quotes.Found.class);
      assertThat(yahoo.count(YahooStub.CHART)).isEqualTo(1);
      assertThat(events.outcomes("yahoo")).containsExactly("timeout", "ok");
    }
  }

  @Test
  void f01TwoConnectTimeoutsAreTheEnd() throws IOException {
    try (var deaf = new DeafServer()) {
      PortException.Market refusal = refusal(impatient(YahooHosts.all(deaf.base())));
      assertThat(refusal).hasMessage("Yahoo chart D05.SI: no connection in time");
      assertThat(refusal.fault()).isEqualTo(Fault.TIMEOUT);
      assertThat(events.outcomes("yahoo")).containsExactly("timeout", "timeout");
    }
  }

  @Test
  void f02ADrippingBodyIsNotAskedForAgain() throws IOException {
    try (var server =
        serving((request, line) -> {
          line.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{");
          line.awaitHangUp();
        })) {
      Deadline deadline = Deadline.in(Duration.ofMillis(500), Examples.NOW);
      PortException.Market refusal = refusal(source(server), deadline);
      assertThat(refusal.fault()).isEqualTo(Fault.TIMEOUT);
      assertThat(server.requests(CHART)).isEqualTo(1);
      assertThat(events.outcomes("yahoo")).containsExactly("timeout");
    }
  }

  @Test
  void f03AResetInTheMiddleIsForgivenOnce() throws IOException {
    try (var server =
        serving((request, line) -> {
          if (request == 1) {
            line.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"chart\":");
            line.reset();
          } else {
            line.answer(200, Constructed.body("chart.json"));
          }
        })) {
      assertThat(source(server).quotes(ExampleMarket.KNOWN, YahooStub.deadline()))
          .isInstanceOf(Quotes.Found.class);
      assertThat(server.requests(CHART)).isEqualTo(2);
      assertThat(events.outcomes("yahoo")).containsExactly("truncated", "ok");
      assertThat(events.retries("yahoo")).isEqualTo(1);
      assertThat(pauses.all())
          .singleElement()
          .satisfies(
              pause -> assertThat(pause).isBetween(Duration.ofMillis(100), Duration.ofMillis(300)));
    }
  }

  @Test
  void f08ATruncatedBodyIsAskedForTwiceAtMost() throws IOException {
    try (var server =
        serving((request, line) ->
            line.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"chart\":"))) {
      assertThat(refusal(source(server)).fault()).isEqualTo(Fault.TRUNCATED);
      assertThat(server.requests(CHART)).isEqualTo(2);
    }
  }

  @Test
  void aBodyThatEndsInTheMiddleOfItsJsonIsTruncatedToo() throws IOException {
    String part = Constructed.body("chart.json").substring(0, 500);
    try (var server = serving((request, line) -> line.send("HTTP/1.1 200 OK\r\n\r\n" + part))) {
      assertThat(refusal(source(server)))
          .hasMessage("Yahoo chart D05.SI: JSON ends too early")
          .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.TRUNCATED));
      assertThat(server.requests(CHART)).isEqualTo(2);
    }
  }

  @Test
  void f14FiftyMegabytesAreAskedForOnce() throws IOException {
    var megabyte = new byte[1024 * 1024];
    try (var server =
        serving((request, line) -> {
          line.send("HTTP/1.1 200 OK\r\nContent-Length: 52428800\r\n\r\n");
          for (int i = 0; i < 50; i++) {
            line.send(megabyte);
          }
        })) {
      assertThat(refusal(source(server)).fault()).isEqualTo(Fault.TOO_LARGE);
      assertThat(server.requests(CHART)).isEqualTo(1);
      assertThat(server.bytesWritten()).isLessThan(20L * megabyte.length);
    }
  }

  @Test
  void f18SilentNewsAreAskedForOnce() throws IOException {
    try (var server = new RawServer((request, line) -> line.awaitHangUp())) {
      InstantSource clock = InstantSource.system();
      var feed = YahooNewsFeed.open(YahooHosts.all(server.base()), clock, events, pauses);
      Deadline deadline = Deadline.in(Duration.ofMillis(400), clock.instant());
      assertThat(
              catchThrowableOfType(
                      PortException.Market.class,
                      () -> feed.recent(ExampleMarket.KNOWN, 20, deadline))
                  .fault())
          .isEqualTo(Fault.TIMEOUT);
      assertThat(server.requests()).isEqualTo(1);
      assertThat(events.outcomes("news")).containsExactly("timeout");
    }
  }

  @Test
  void barsAndFiguresAreOnTheirWayAtTheSameTime() throws IOException {
    var both = new CountDownLatch(2);
    try (var server =
        new RawServer((request, line) -> {
          if (line.asksFor(CHART) || line.asksFor(FIGURES)) {
            both.countDown();
            await(both);
          }
          answerWell(line);
        })) {
      var found = (Quotes.Found) source(server).quotes(ExampleMarket.KNOWN, YahooStub.deadline());
      assertThat(found.company().sector()).isPresent();
    }
  }

  @Test
  @Timeout(4)
  void withoutBarsNobodyWaitsForFigures() throws IOException {
    try (var server =
        new RawServer((request, line) -> {
          if (line.asksFor(FIGURES)) {
            line.awaitHangUp();
          } else if (line.asksFor(CHART)) {
            line.answer(404, Constructed.body("chart-not-found.json"));
          } else {
            answerWell(line);
          }
        })) {
      assertThat(source(server).quotes(ExampleMarket.KNOWN, YahooStub.deadline()))
          .isEqualTo(new Quotes.Unknown());
    }
  }

  @Test
  void anInterruptedCallerGetsAFaultAndKeepsTheInterrupt() throws IOException {
    try (var server = serving((request, line) -> line.awaitHangUp())) {
      Thread.currentThread().interrupt();
      PortException.Market refusal = refusal(source(server));
      assertThat(Thread.interrupted()).isTrue();
      assertThat(refusal.fault()).isEqualTo(Fault.TIMEOUT);
      assertThat(events.retries("yahoo")).isZero();
    }
  }

  private MarketData source(RawServer server) {
    return YahooMarketData.open(YahooHosts.all(server.base()), YahooStub.CLOCK, events, pauses);
  }

  private MarketData impatient(YahooHosts hosts) {
    var http = BoundedHttp.to(hosts.origins(), Duration.ofMillis(150));
    var attempts = new Attempts(http, YahooStub.CLOCK, events, pauses);
    return new YahooMarketData(attempts, hosts, YahooStub.CLOCK);
  }

  private static PortException.Market refusal(MarketData source) {
    return refusal(source, YahooStub.deadline());
  }

  private static PortException.Market refusal(MarketData source, Deadline deadline) {
    return catchThrowableOfType(
        PortException.Market.class, () -> source.quotes(ExampleMarket.KNOWN, deadline));
  }

  /** Serves bars as told, counting only those requests, and has no cookie for figures. */
  private static RawServer serving(RawServer.Conduct chart) throws IOException {
    var charts = new AtomicInteger();
    return new RawServer((request, line) -> {
      if (line.asksFor(CHART)) {
        chart.serve(charts.incrementAndGet(), line);
      } else {
        line.answer(404, "");
      }
    });
  }

  private static void answerWell(RawServer.Line line) throws IOException {
    if (line.asksFor(CHART)) {
      line.answer(200, Constructed.body("chart.json"));
    } else if (line.asksFor(FIGURES)) {
      line.answer(200, Constructed.body("summary.json"));
    } else if (line.asksFor("/v1/test/getcrumb")) {
      line.answer(200, "crumb");
    } else {
      line.send("HTTP/1.1 404 X\r\nSet-Cookie: A3=x; Path=/\r\nContent-Length: 0\r\n\r\n");
    }
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** Accepts nobody: its queue is full, so the kernel leaves further connects unanswered. */
  private static final class DeafServer implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final ArrayList<Socket> queue = new ArrayList<>();

    DeafServer() throws IOException {
      while (true) {
        var socket = new Socket();
        queue.add(socket);
        try {
          socket.connect(new InetSocketAddress("127.0.0.1", server.getLocalPort()), 100);
        } catch (SocketTimeoutException e) {
          return;
        }
      }
    }

    URI base() {
      return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    @Override
    public void close() throws IOException {
      for (Socket socket : queue) {
        socket.close();
      }
      server.close();
    }
  }
}
