package dailyreport.bootstrap.local.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import dailyreport.application.port.SpendLedger;
import dailyreport.contract.SpendLedgerContract;
import dailyreport.contract.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSpendLedgerTest implements SpendLedgerContract {
  private final TestClock clock = TestClock.atNow();
  @TempDir Path dir;
  private SpendLedger ledger;

  @BeforeEach
  void open() {
    ledger = new FolderSpendLedger(new FolderStore(dir, clock));
  }

  @Override
  public SpendLedger ledger() {
    return ledger;
  }

  @Override
  public TestClock clock() {
    return clock;
  }

  @Test
  void aFileThatIsNoAmountIsAFaultAndNotAZero() throws IOException {
    Path file = dir.resolve("cache/control/budget-" + DAY);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "-5");
    assertThatThrownBy(
            () -> ledger.spent(DAY, Deadline.in(Duration.ofSeconds(30), clock.instant())))
        .isInstanceOfSatisfying(
            PortException.Cache.class, e -> assertThat(e.fault()).isEqualTo(Fault.INVALID));
  }
}
