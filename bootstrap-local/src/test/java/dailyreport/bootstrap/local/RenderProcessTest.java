package dailyreport.bootstrap.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one process has sent, another one draws again from the record alone. */
class RenderProcessTest {
  @TempDir Path dir;

  @Test
  void anotherProcessDrawsTheSameBytes() throws Exception {
    Path made = dir.resolve("made");
    Path again = dir.resolve("again");
    var report = new Bot(dir.resolve("home")).run("report", "--sample", "--out", made.toString());
    assertThat(report.code()).as(report.err()).isZero();

    var render =
        new Bot(dir.resolve("nowhere"))
            .run("render", made.resolve("report.json").toString(), "--out", again.toString());
    assertThat(render.code()).as(render.err()).isZero();
    for (String file : new String[] {"report.txt", "chart.png", "report.pdf"}) {
      assertThat(again.resolve(file)).hasSameBinaryContentAs(made.resolve(file));
    }
    assertThat(again.resolve("report.json")).doesNotExist();
    assertThat(Files.exists(dir.resolve("nowhere"))).isFalse();
  }
}
