package dailyreport.adapters.yahoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dailyreport.application.port.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class BoundedHttpTest {
  private static final Duration PATIENT = Duration.ofSeconds(20);
  private static final long GRACE_NANOS = Duration.ofMillis(200).toNanos();
  private static final Duration DROP = Duration.ofMillis(20);
  private static final int CAP = 64 * 1024;

  @Test
  void aDrippingBodyIsCutAtTheDeadlineAndItsSocketClosed() throws IOException {
    Duration time = Duration.ofMillis(400);
    try (var server =
        new RawServer((request, line) -> {
          line.send("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
          do {
            line.send("x");
          } while (!line.hangsUpWithin(DROP));
        })) {
      warmUp();
      long start = System.nanoTime();
      Broken broken = broken(server.base(), time);
      assertThat(broken.fault()).isEqualTo(Fault.TIMEOUT);
      assertThat(broken.again()).isEqualTo(Broken.Again.NEVER);
      assertThat(server.hungUpAt() - start).isBetween(time.toNanos(), time.toNanos() + GRACE_NANOS);
    }
  }

  @Test
  void aSilentServerIsLeftAtTheDeadlineAndMayBeAskedAgain() throws IOException {
    Duration time = Duration.ofMillis(300);
    try (var server = new RawServer((request, line) -> line.awaitHangUp())) {
      warmUp();
      long start = System.nanoTime();
      Broken broken = broken(server.base(), time);
      assertThat(broken.fault()).isEqualTo(Fault.TIMEOUT);
      assertThat(broken.again()).isEqualTo(Broken.Again.AFTER_PAUSE);
      assertThat(server.hungUpAt() - start).isLessThan(time.toNanos() + GRACE_NANOS);
    }
  }

  @Test
  void interruptingTheCallerClosesTheSocket() throws Exception {
    var asked = new CountDownLatch(1);
    try (var server =
        new RawServer((request, line) -> {
          asked.countDown();
          line.awaitHangUp();
        })) {
      var seen = new AtomicReference<Broken>();
      var stillInterrupted = new AtomicReference<Boolean>();
      Thread caller =
          Thread.ofVirtual()
              .start(() -> {
                seen.set(broken(server.base(), PATIENT));
                stillInterrupted.set(Thread.currentThread().isInterrupted());
              });
      asked.await();
      caller.interrupt();
      caller.join();
      server.hungUpAt();
      assertThat(seen.get().again()).isEqualTo(Broken.Again.NEVER);
      assertThat(stillInterrupted.get()).isTrue();
    }
  }

  @Test
  void fiftyMegabytesAreNotReadToTheEnd() throws IOException {
    var megabyte = new byte[1024 * 1024];
    try (var server =
        new RawServer((request, line) -> {
          line.send("HTTP/1.1 200 OK\r\nContent-Length: 52428800\r\n\r\n");
          for (int i = 0; i < 50; i++) {
            line.send(megabyte);
          }
        })) {
      Broken broken = broken(server.base(), PATIENT);
      assertThat(broken.fault()).isEqualTo(Fault.TOO_LARGE);
      assertThat(broken.again()).isEqualTo(Broken.Again.NEVER);
      long refused = System.nanoTime();
      assertThat(server.hungUpAt() - refused).isLessThan(GRACE_NANOS);
      // The rest of what was written lies in socket buffers.
      assertThat(server.bytesWritten()).isLessThan(20L * megabyte.length);
    }
  }

  @Test
  void noCallerCanAskForMoreThanEightMegabytes() throws IOException {
    var megabyte = new byte[1024 * 1024];
    try (var server =
        new RawServer((request, line) -> {
          line.send("HTTP/1.1 200 OK\r\nContent-Length: 9437184\r\n\r\n");
          for (int i = 0; i < 9; i++) {
            line.send(megabyte);
          }
        })) {
      Broken broken =
          catchThrowableOfType(
              Broken.class,
              () -> client(server.base()).get(server.base(), Map.of(), Integer.MAX_VALUE, PATIENT));
      assertThat(broken).hasMessageContaining("8388608");
    }
  }

  @Test
  void aZipBombIsNoticedAfterAFewKilobytes() throws IOException {
    try (var server =
        new RawServer((request, line) -> {
          line.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n");
          var zeros = new byte[1024 * 1024];
          var wire =
              new OutputStream() {
                @Override
                public void write(int octet) throws IOException {
                  line.send(new byte[] {(byte) octet});
                }

                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                  line.send(Arrays.copyOfRange(bytes, from, from + length));
                }
              };
          // 10 GB when unpacked, 10 MB on the wire.
          try (var gzip = new GZIPOutputStream(wire)) {
            for (int i = 0; i < 10 * 1024; i++) {
              gzip.write(zeros);
            }
          }
        })) {
      Broken broken =
          catchThrowableOfType(
              Broken.class,
              () ->
                  client(server.base())
                      .get(server.base(), Map.of(), BoundedHttp.LARGEST_BODY, PATIENT));
      assertThat(broken.fault()).isEqualTo(Fault.TOO_LARGE);
      assertThat(broken).hasMessageContaining("100 fold");
      server.hungUpAt();
      assertThat(server.bytesWritten()).isLessThan(8L * 1024 * 1024);
    }
  }

  @Test
  void aGzipBodyIsUnpackedAndAnUnwantedEncodingRefused() throws IOException {
    byte[] packed = gzip("{\"ราคา\":53.15}");
    try (var server =
        new RawServer((request, line) -> {
          String encoding = request == 1 ? "gzip" : "br";
          line.send("HTTP/1.1 200 OK\r\nContent-Encoding: " + encoding + "\r\n\r\n");
          line.send(packed);
        })) {
      BoundedHttp.Reply reply = client(server.base()).get(server.base(), Map.of(), CAP, PATIENT);
      assertThat(reply.text()).isEqualTo("{\"ราคา\":53.15}");
      assertThat(reply.bytes()).isEqualTo(22);
      assertThat(broken(server.base(), PATIENT).fault()).isEqualTo(Fault.MALFORMED);
    }
  }

  @Test
  void aBodyShorterThanAnnouncedIsTruncated() throws IOException {
    try (var server = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":1")) {
      assertThat(broken(server.base(), PATIENT))
          .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.TRUNCATED))
          .satisfies(e -> assertThat(e.again()).isEqualTo(Broken.Again.AFTER_PAUSE));
    }
  }

  @Test
  void aChunkedBodyWithoutItsEndIsTruncated() throws IOException {
    try (var server =
        RawServer.saying("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":\r\n")) {
      assertThat(broken(server.base(), PATIENT).fault()).isEqualTo(Fault.TRUNCATED);
    }
  }

  @Test
  void aGzipBodyWithoutItsEndIsTruncatedAndADamagedOneMalformed() throws IOException {
    byte[] whole = gzip("x".repeat(500) + Math.PI);
    byte[] damaged = whole.clone();
    damaged[whole.length - 8] ^= 1;
    try (var server =
        new RawServer((request, line) -> {
          line.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n");
          line.send(request == 1 ? Arrays.copyOf(whole, whole.length - 9) : damaged);
        })) {
      assertThat(broken(server.base(), PATIENT).fault()).isEqualTo(Fault.TRUNCATED);
      assertThat(broken(server.base(), PATIENT).fault()).isEqualTo(Fault.MALFORMED);
    }
  }

  @Test
  void aRefusedConnectionIsNoTimeout() throws IOException {
    URI nobody;
    try (var server = RawServer.saying("")) {
      nobody = server.base();
    }
    assertThat(broken(nobody, PATIENT))
        .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.ERROR))
        .satisfies(e -> assertThat(e.again()).isEqualTo(Broken.Again.AFTER_PAUSE));
  }

  @Test
  void aRedirectIsHandedOutAndNotFollowed() throws IOException {
    try (var target = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        var server =
            RawServer.saying(
                "HTTP/1.1 302 Found\r\nLocation: "
                    + target.base()
                    + "/latest/meta-data\r\nContent-Length: 0\r\n\r\n")) {
      assertThat(client(server.base()).get(server.base(), Map.of(), CAP, PATIENT).status())
          .isEqualTo(302);
      assertThat(target.requests()).isZero();
      assertThat(server.requests()).isEqualTo(1);
    }
  }

  @Test
  void anotherHostOrPortIsRefusedBeforeAnyRequest() throws IOException {
    try (var listed = RawServer.saying("");
        var other = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
      Broken broken =
          catchThrowableOfType(
              Broken.class, () -> client(listed.base()).get(other.base(), Map.of(), CAP, PATIENT));
      assertThat(broken.fault()).isEqualTo(Fault.REFUSED);
      assertThat(other.requests()).isZero();
    }
  }

  private static BoundedHttp client(URI origin) {
    return BoundedHttp.to(List.of(origin), BoundedHttp.CONNECT);
  }

  private static Broken broken(URI origin, Duration time) {
    return catchThrowableOfType(
        Broken.class, () -> client(origin).get(origin, Map.of(), CAP, time));
  }

  /** The first client of a JVM loads classes for some 100 ms, which would count as lateness. */
  private static void warmUp() throws IOException {
    try (var server = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
      client(server.base()).get(server.base(), Map.of(), CAP, PATIENT);
      broken(server.base().resolve("//127.0.0.1:1/"), PATIENT);
    }
  }

  private static byte[] gzip(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
