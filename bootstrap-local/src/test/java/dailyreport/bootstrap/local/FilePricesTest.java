package dailyreport.bootstrap.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Quotes;
import dailyreport.contract.Examples;
import dailyreport.domain.market.Bar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePricesTest {
  private static final Deadline SOON = Deadline.in(Duration.ofSeconds(1), Examples.NOW);

  @TempDir Path dir;

  private FilePrices prices(String rows) throws IOException {
    Path file = dir.resolve("p.csv");
    Files.writeString(file, "Date,Open,High,Low,Close,Volume\n" + rows);
    return FilePrices.of(Examples.DBS, file);
  }

  @Test
  void theSampleIsApplesYear2013() {
    var sample = FilePrices.sample(Examples.DBS);
    var found = (Quotes.Found) sample.quotes(Examples.DBS.underlying(), SOON);
    assertThat(sample.lastSession()).isEqualTo(LocalDate.of(2013, 12, 31));
    assertThat(found.prices().source()).isEqualTo("sample");
    assertThat(found.prices().bars())
        .hasSize(252)
        .last()
        .extracting(Bar::close, Bar::volume)
        .containsExactly(561.02, 7_967_300L);
  }

  @Test
  void aNegativePriceIsDroppedAndTheSessionIsTheLastGoodBars() throws IOException {
    var file =
        prices(
            "2020-11-17,2,2,2,2,5\n" + "2020-11-18,2,2.1,1.9,2.05,5\n" + "2020-11-19,-2,2,2,2,5\n");
    assertThat(file.lastSession()).isEqualTo(LocalDate.of(2020, 11, 18));
  }

  @Test
  void moreThanOneBadRowInTwentyIsNotBelieved() throws IOException {
    var file = prices("2020-11-17,2,2,2,2,5\n2020-11-18,NaN,2,2,2,5\n");
    assertThatThrownBy(() -> file.quotes(Examples.DBS.underlying(), SOON))
        .isInstanceOfSatisfying(
            PortException.Market.class, e -> assertThat(e.fault()).isEqualTo(Fault.INSANE))
        .hasMessage("price file of D05.SI: 1 of 2 rows are bad");
  }

  @Test
  void aFileWithoutAnyUsableBarIsRefused() {
    assertThatThrownBy(() -> prices("2020-11-17,0,0,0,0,0\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("p.csv: no usable bar, 1 rows with missing or absurd prices");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> FilePrices.of(Examples.DBS, dir.resolve("none.csv")))
        .hasMessageEndingWith("none.csv: no such file");
  }

  @Test
  void anotherUnderlyingIsUnknown() throws IOException {
    var other = Examples.instrument("UOB19", "U11.SI", Examples.DBS.underlying().exchange(), "SGD");
    assertThat(prices("2020-11-17,2,2,2,2,5\n").quotes(other.underlying(), SOON))
        .isInstanceOf(Quotes.Unknown.class);
  }
}
