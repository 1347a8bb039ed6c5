package dailyreport.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.NewsFeed;
import dailyreport.application.port.PortException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * What {@link NewsFeed} promises. The source's clock stands at {@link Examples#NOW}; it knows
 * {@link ExampleMarket#NEWS} of {@link ExampleMarket#KNOWN} and none of any other.
 */
public interface NewsFeedContract {
  /** A source in good health. */
  NewsFeed newsFeed();

  /** A source that answers with nothing that can be used. */
  NewsFeed brokenNewsFeed();

  @Test
  default void headlinesComeNewestFirstWithTheSymbolsTheyName() {
    assertThat(newsFeed().recent(ExampleMarket.KNOWN, 20, inTenSeconds()))
        .isEqualTo(ExampleMarket.NEWS);
  }

  @Test
  default void theNewestAreKeptWhenThereAreMoreThanWanted() {
    assertThat(newsFeed().recent(ExampleMarket.KNOWN, 2, inTenSeconds()))
        .isEqualTo(ExampleMarket.NEWS.subList(0, 2));
  }

  @Test
  default void noNewsIsAnEmptyListAndNoFault() {
    assertThat(newsFeed().recent(ExampleMarket.QUIET, 20, inTenSeconds())).isEmpty();
  }

  @Test
  default void brokenNewsSourceIsAMarketFaultThatNamesTheSymbol() {
    assertThatExceptionOfType(PortException.Market.class)
        .isThrownBy(() -> brokenNewsFeed().recent(ExampleMarket.KNOWN, 20, inTenSeconds()))
        .withMessageContaining("D05.SI");
  }

  @Test
  default void withoutTimeNoNewsIsAskedFor() {
    assertThatExceptionOfType(PortException.Market.class)
        .isThrownBy(() -> newsFeed().recent(ExampleMarket.KNOWN, 20, new Deadline(Examples.NOW)))
        .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.TIMEOUT));
  }

  private static Deadline inTenSeconds() {
    return Deadline.in(Duration.ofSeconds(10), Examples.NOW);
  }
}
