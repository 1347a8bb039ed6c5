package dailyreport.bootstrap.local.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.PartLinks;
import dailyreport.application.port.SharedCache;
import dailyreport.application.port.Tags;
import dailyreport.bootstrap.local.folder.FolderTier;
import dailyreport.contract.Examples;
import dailyreport.contract.InMemoryReportCodec;
import dailyreport.contract.PartLinksContract;
import dailyreport.contract.TestClock;
import dailyreport.domain.report.PartName;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfPassesTest implements PartLinksContract {
  private static final URI BASE = URI.create("http://127.0.0.1:8080");

  private final TestClock clock = TestClock.atNow();
  @TempDir Path dir;
  private FolderTier folder;
  private PdfPasses passes;

  @BeforeEach
  void open() {
    folder = FolderTier.open(dir, new InMemoryReportCodec(), clock);
    passes = new PdfPasses(folder.partLinks(), BASE, clock);
  }

  @Override
  public PartLinks links() {
    return passes;
  }

  @Override
  public SharedCache store() {
    return folder.sharedCache();
  }

  @Override
  public TestClock clock() {
    return clock;
  }

  @Test
  void aPassServesTheFileUntilItsTimeIsOver() {
    URI pass = pass();
    assertThat(pass.toString()).startsWith(BASE + "/pdf/").hasSizeLessThan(80);
    assertThat(open(pass.getPath()).status()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(15));
    assertThat(open(pass.getPath()).status()).isEqualTo(404);
  }

  @Test
  void anInventedPassLeadsNowhere() {
    pass();
    assertThat(open("/pdf/" + "A".repeat(32)).status()).isEqualTo(404);
    assertThat(open("/pdf/../../etc/passwd").status()).isEqualTo(404);
  }

  @Test
  void everyPassIsAnother() {
    assertThat(pass()).isNotEqualTo(pass());
  }

  @Test
  void anAddressThatIsNoFileStaysAsItIs() {
    URI bucket = URI.create("https://bucket.example/report.pdf?signed");
    var links = new PdfPasses((_, _, _, _) -> Optional.of(bucket), BASE, clock);
    assertThat(links.temporary(Examples.KEY, PartName.PDF, Duration.ofMinutes(1), soon()))
        .contains(bucket);
  }

  private URI pass() {
    store().commit(Examples.bundle(clock.instant(), "0a"), Tags.none(), soon());
    return passes
        .temporary(Examples.KEY, PartName.PDF, Duration.ofMinutes(15), soon())
        .orElseThrow();
  }

  private Response open(String path) {
    return passes.answer(new Request("GET", path, Map.of(), new byte[0]));
  }

  private Deadline soon() {
    return Deadline.in(Duration.ofSeconds(30), clock.instant());
  }
}
