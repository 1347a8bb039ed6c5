package dailyreport.adapters.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class HardLimitTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @Test
  void workThatEndsInTimeGivesItsResult() throws Exception {
    assertThat(HardLimit.run(LONG, () -> 42)).isEqualTo(42);
  }

  @Test
  void failureOfTheWorkIsTheCallersFailure() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            HardLimit.run(
                LONG,
                () -> {
                  throw new IllegalArgumentException("as it is");
                }))
        .withMessage("as it is");
  }

  @Test
  void readThatOutlivesItsTimeLosesItsSocket() throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var client = new Socket(server.getInetAddress(), server.getLocalPort());
        var silent = server.accept()) {
      assertThatExceptionOfType(TimeoutException.class)
          .isThrownBy(() -> HardLimit.run(Duration.ofMillis(50), () -> read(client)));
      assertThat(silent.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void interruptedCallerEndsTheWorkToo() throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var client = new Socket(server.getInetAddress(), server.getLocalPort());
        var silent = server.accept()) {
      Thread caller = Thread.currentThread();
      assertThatExceptionOfType(InterruptedException.class)
          .isThrownBy(() ->
              HardLimit.run(
                  LONG,
                  () -> {
                    caller.interrupt();
                    return read(client);
                  }));
      assertThat(silent.getInputStream().read()).isEqualTo(-1);
    }
  }

  private static int read(Socket socket) {
    try {
      return socket.getInputStream().read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
