package dailyreport.bootstrap.local;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Quotes;
import dailyreport.contract.Examples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a server's prices and settings come from. */
class ServedPricesTest {
  private static final Deadline SOON = Deadline.in(Duration.ofSeconds(1), Examples.NOW);

  @TempDir Path dir;

  @Test
  void eachReceiptHasItsOwnFileAndAnyOtherHasNone() throws IOException {
    var prices = new Prices.Pinned(List.of(file("2020-11-19")));
    assertThat(FilePrices.of(prices.files()).quotes(Examples.DBS.underlying(), SOON))
        .isInstanceOf(Quotes.Found.class);
    assertThat(FilePrices.of(List.of()).quotes(Examples.DBS.underlying(), SOON))
        .isInstanceOf(Quotes.Unknown.class);
    assertThat(ServedPrices.examples(prices)).containsExactly("DBS19");
    assertThat(ServedPrices.examples(new Prices.Live())).contains("DBS19");
  }

  @Test
  void pricesFromFilesHaveAHomeThatEndsWithTheServer() throws IOException {
    var prices = new Prices.Pinned(file("2020-11-19"));
    ServedHome home = ServedHome.of(Map.of("HOME", dir.toString()), prices, false);
    Path folder = home.temporary().orElseThrow();
    assertThat(home.settings()).containsEntry("DAILYREPORT_HOME", folder.toString());
    Files.createDirectories(folder.resolve("shared/cache"));
    Files.writeString(folder.resolve("shared/cache/a"), "a");
    home.delete();
    assertThat(folder).doesNotExist();
  }

  @Test
  void aHomeThatWasNamedIsKept() throws IOException {
    var named = Map.of("DAILYREPORT_HOME", dir.toString());
    ServedHome home = ServedHome.of(named, new Prices.Pinned(file("2020-11-19")), false);
    assertThat(home.temporary()).isEmpty();
    home.delete();
    assertThat(dir).exists();
    assertThat(ServedHome.of(Map.of(), new Prices.Live(), false).temporary()).isEmpty();
  }

  @Test
  void theSampleHeedsNoKeyAndNoService() throws IOException {
    var env = new HashMap<String, String>();
    Config.VARIABLES.forEach(name -> env.put(name, "x"));
    env.put("DAILYREPORT_HOME", dir.toString());
    ServedHome home = ServedHome.of(env, new Prices.Pinned(file("2020-11-19")), true);
    assertThat(home.settings().keySet())
        .noneMatch(name -> name.matches(".*(KEY|SECRET|TOKEN|URL|BUCKET).*(?<!HOURS)$"));
  }

  private FilePrices file(String day) throws IOException {
    Path file = dir.resolve(day + ".csv");
    Files.writeString(file, "Date,Open,High,Low,Close,Volume\n" + day + ",2,3,1,2,1\n");
    return FilePrices.of(Examples.DBS, file);
  }
}
