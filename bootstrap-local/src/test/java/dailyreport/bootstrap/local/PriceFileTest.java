package dailyreport.bootstrap.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceFileTest {
  private static PriceFile parse(String text) {
    return PriceFile.parse("p.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void columnsMayStandInAnyOrderWithOthersBetween() {
    var file =
        parse(
            """
            Volume,Close,dn,Open,Date,Low,High
            100,2.5,x,2.0,2020-11-19,1.9,2.6
            """);
    var row = file.rows().getFirst();
    assertThat(row.session()).isEqualTo(LocalDate.of(2020, 11, 19));
    assertThat(row.open()).hasValue(2.0);
    assertThat(row.high()).hasValue(2.6);
    assertThat(row.low()).hasValue(1.9);
    assertThat(row.close()).hasValue(2.5);
    assertThat(row.adjustedClose()).hasValue(2.5);
    assertThat(row.volume()).hasValue(100);
    assertThat(file.adjusted()).isFalse();
  }

  @Test
  void prefixedNamesTimesAndAnAdjustedCloseAreUnderstood() {
    var file =
        parse(
            """
            "Datetime","AAPL.Open","AAPL.High","AAPL.Low","AAPL.Close","AAPL.Volume","AAPL.Adjusted"
            2022-01-03 00:00:00+08:00,4.4,4.5,4.3,4.42,42688622.0,3.50
            """);
    assertThat(file.adjusted()).isTrue();
    assertThat(file.rows().getFirst().session()).isEqualTo(LocalDate.of(2022, 1, 3));
    assertThat(file.rows().getFirst().adjustedClose()).hasValue(3.5);
  }

  @Test
  void anEmptyNullOrNanCellIsAMissingFigure() {
    var row =
        parse("Date,Open,High,Low,Close,Volume\n2020-11-19,,null,NaN,2.5,100\n").rows().getFirst();
    assertThat(row.open()).isEqualTo(OptionalDouble.empty());
    assertThat(row.high()).isEqualTo(OptionalDouble.empty());
    assertThat(row.low()).isEqualTo(OptionalDouble.empty());
  }

  @Test
  void aFileWithTheNewestBarFirstIsTurnedAround() {
    var file =
        parse(
            """
            Date,Open,High,Low,Close,Volume
            2020-11-20,2,2,2,2,1
            2020-11-19,2,2,2,2,1
            """);
    assertThat(file.rows().getFirst().session()).isEqualTo(LocalDate.of(2020, 11, 19));
  }

  @Test
  void theSourceNamesTheFileByItsDigestNotByItsPath() {
    var file = parse("Date,Open,High,Low,Close,Volume\n2020-11-19,2,2,2,2,1\n");
    assertThat(file.source()).matches("file:[0-9a-f]{8}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | p.csv line 1: expected a head line such as Date,Open,High,Low,Close,Volume",
        "'a,b\n1,2' | p.csv line 1: expected a column Date; a head line such as"
            + " Date,Open,High,Low,Close,Volume is needed",
        "'Date,Open,High,Low,Close,Volume' | p.csv line 2: expected a daily bar, the file has none",
        "'Date,Open,High,Low,Close,Volume\n2020-11-19,2,2,2,x1,1' | p.csv line 2, column Close:"
            + " expected a number or nothing, seen 'x1'",
        "'Date,Open,High,Low,Close,Volume\n19/11/2020,2,2,2,2,1' | p.csv line 2, column Date:"
            + " expected a date such as 2020-11-20, seen '19/11/2020'",
        "'Date,Open,High,Low,Close,Volume\n2020-11-19,2,2' | p.csv line 2, column Low: expected a"
            + " cell, seen 'the end of the line'"
      })
  void aMalformedFileIsRefusedWithLineColumnAndExpectation(String text, String message) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
