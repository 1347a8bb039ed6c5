package dailyreport.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriceTableTest {
  private static final LocalDate DAY = LocalDate.of(2025, 11, 11);

  @TempDir Path dir;

  @Test
  void cachedTokensCostLess() {
    PriceTable prices = PriceTable.bundled();

    // report.md, section 12
    assertThat(prices.cost("gpt-4o", DAY, 10_000, 8_064, 2_000))
        .contains(new BigDecimal("0.03492"));
    assertThat(prices.cost("gpt-4o", DAY, 10_000, 0, 2_000)).contains(new BigDecimal("0.045"));
  }

  @Test
  void aSnapshotCostsWhatItsModelCosts() {
    PriceTable prices = PriceTable.bundled();

    assertThat(prices.cost("gpt-4o-2024-08-06", DAY, 1_000_000, 0, 0))
        .isEqualTo(prices.cost("gpt-4o", DAY, 1_000_000, 0, 0))
        .isPresent();
  }

  @Test
  void theNewestPriceOfTheDayCounts() throws IOException {
    PriceTable prices =
        PriceTable.read(
            file("# head\n\nm,2025-01-01,1,1,1\nm,2025-11-11,2,2,2\nm,2025-11-12,9,9,9\n"));

    assertThat(prices.cost("m", DAY, 1_000_000, 0, 0)).contains(new BigDecimal("2"));
    assertThat(prices.cost("m", DAY.minusDays(1), 1_000_000, 0, 0)).contains(BigDecimal.ONE);
    assertThat(prices.cost("m", LocalDate.of(2024, 12, 31), 1_000_000, 0, 0)).isEmpty();
    assertThat(prices.cost("other", DAY, 1_000_000, 0, 0)).isEmpty();
  }

  @Test
  void aLineThatIsNoPriceIsNamed() throws IOException {
    Path file = file("m,2025-01-01,1,1,1\nm,2025-01-01,-1,1,1\n");
    assertThatThrownBy(() -> PriceTable.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 2");
    assertThatThrownBy(() -> PriceTable.read(dir.resolve("absent.csv")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("absent.csv");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(dir.resolve("prices.csv"), text);
  }
}
