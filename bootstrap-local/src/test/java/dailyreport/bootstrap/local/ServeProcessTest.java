package dailyreport.bootstrap.local;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.bootstrap.local.serve.Http;
import dailyreport.bootstrap.local.simulator.FeedReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigInteger;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeProcessTest {
  private static final String READY = "ready: ";
  private static final int SIGINT = 2;

  @TempDir Path dir;

  @Test
  void aServerAnswersUntilItIsInterruptedAndThenEndsInOrder() throws Exception {
    Process process = new Bot(dir.resolve("home")).pipe("serve", "--sample", "--port", "0");
    try (BufferedReader out = process.inputReader()) {
      URI address = URI.create(ready(out));
      assertThat(address.getHost()).isEqualTo("127.0.0.1");
      try (var feed = FeedReader.from(address)) {
        Http.Got said =
            Http.json(address.resolve("/simulator/say"), "{\"kind\":\"text\",\"text\":\"AAPL19\"}");
        assertThat(said.text()).contains("\"status\":200");
        assertThat(feed.next("loading").text("seconds")).isEqualTo("60");
        assertThat(feed.next("message").text("messages")).contains("AAPL19", "ตัวอย่าง");
      }
      boolean heedsInterrupt = !ignores(process, SIGINT);
      signal(process, heedsInterrupt ? "INT" : "TERM");
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(128 + (heedsInterrupt ? SIGINT : 15));
      assertThat(out.lines().toList()).endsWith("ended");
    } finally {
      process.destroyForcibly();
    }
    assertThat(dir.resolve("home/shared/cache/leases")).doesNotExist();
  }

  @Test
  void aPortThatIsTakenEndsWithOneLine() throws Exception {
    try (var other = new ServerSocket(0)) {
      var run =
          new Bot(dir.resolve("home"))
              .run("serve", "--sample", "--port", String.valueOf(other.getLocalPort()));
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.err()).contains("port " + other.getLocalPort(), "--port");
    }
  }

  @Test
  void whatCannotBeServedIsWrongUsage() throws Exception {
    var bot = new Bot(dir.resolve("home"));
    assertThat(bot.run("serve", "--sample", "--host", "0.0.0.0").code()).isEqualTo(2);
    assertThat(bot.run("serve", "--port", "70000").code()).isEqualTo(2);
    assertThat(bot.run("serve", "--sample", "--prices", "DBS19=x.csv").code()).isEqualTo(2);
    assertThat(bot.run("serve", "--prices", "DBS19=" + dir.resolve("none.csv")).code())
        .isEqualTo(1);
    var unreachable =
        bot.with("LINE_CHANNEL_SECRET", "s").with("LINE_CHANNEL_ACCESS_TOKEN", "t").run("serve");
    assertThat(unreachable.code()).isEqualTo(2);
    assertThat(unreachable.err()).contains("PUBLIC_BASE_URL");
  }

  private static String ready(BufferedReader out) throws IOException {
    String line = out.readLine();
    while (line != null && !line.startsWith(READY)) {
      line = out.readLine();
    }
    if (line == null) {
      throw new AssertionError("./bot serve ended before it was ready");
    }
    return line.substring(READY.length());
  }

  private static void signal(Process process, String name) throws Exception {
    int code =
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
            .inheritIO()
            .start()
            .waitFor();
    assertThat(code).isZero();
  }

  /** A build in the background of a shell hands an ignored SIGINT down to its children. */
  private static boolean ignores(Process process, int signal) throws IOException {
    Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
    return Files.exists(status)
        && Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> new BigInteger(line.substring(7).strip(), 16))
            .anyMatch(mask -> mask.testBit(signal - 1));
  }
}
