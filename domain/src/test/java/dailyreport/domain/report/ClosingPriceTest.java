package dailyreport.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.domain.market.Bar;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosingPriceTest {
  private static final LocalDate DAY = LocalDate.of(2025, 11, 11);

  /** A bar whose adjusted prices are half of the traded one. */
  private static Bar bar(int day, double traded) {
    double half = traded / 2;
    return new Bar(DAY.plusDays(day), half, half, half, half, traded, 100);
  }

  private static ClosingPrice of(double before, double close, String currency) {
    return ClosingPrice.of(List.of(bar(0, 1), bar(1, before), bar(2, close)), currency);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "54.43 | 53.15 | SGD | 53.15 SGD | ▼ -1.28 (-2.35%) | -1",
        "51.87 | 53.15 | SGD | 53.15 SGD | ▲ +1.28 (+2.47%) | 1",
        "53.15 | 53.15 | SGD | 53.15 SGD | 0.00 (0.00%) | 0",
        "98000 | 98500 | VND | 98,500 VND | ▲ +500 (+0.51%) | 1",
        "5000.5 | 5001 | JPY | 5,001 JPY | ▲ +0.5 (+0.01%) | 1",
        "1.01 | 0.999 | SGD | 0.999 SGD | ▼ -0.011 (-1.09%) | -1",
        "0.999 | 1.01 | SGD | 1.01 SGD | ▲ +0.011 (+1.10%) | 1",
        "98500 | 98504 | VND | 98,504 VND | 4 (0.00%) | 0"
      })
  void closeAndChangeAreAsTraded(
      double before, double close, String currency, String text, String change, int direction) {
    ClosingPrice price = of(before, close, currency);

    assertThat(price.text()).isEqualTo(text);
    assertThat(price.changeText()).contains(change);
    assertThat(price.direction()).isEqualTo(direction);
  }

  @Test
  void aSingleBarHasNoChange() {
    ClosingPrice price = ClosingPrice.of(List.of(bar(0, 53.15)), "SGD");

    assertThat(price.text()).isEqualTo("53.15 SGD");
    assertThat(price.changeText()).isEmpty();
    assertThat(price.direction()).isZero();
  }
}
