package dailyreport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.ChartForm;
import dailyreport.application.port.ChartRenderer;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** What every {@link ChartRenderer} keeps. */
public interface ChartRendererContract {
  /** What LINE may be sent, and what a PDF page is made from. */
  int MOST_BYTES = 300 * 1024;

  /** Renderer under test. */
  ChartRenderer charts();

  @Test
  default void everyFormIsAPngAndPhonesGetASquareOf1024() {
    for (ChartForm form : ChartForm.values()) {
      byte[] png = charts().png(Examples.report(), form);
      assertThat(HexFormat.of().formatHex(png, 0, 8)).isEqualTo("89504e470d0a1a0a");
      assertThat(png.length).as("%s", form).isLessThanOrEqualTo(MOST_BYTES);
      // IHDR is the first chunk: width and height are its first two numbers.
      int width = ByteBuffer.wrap(png).getInt(16);
      int height = ByteBuffer.wrap(png).getInt(20);
      if (form == ChartForm.PAGE) {
        assertThat(width).as("a page is wider than its chart is high").isGreaterThan(height);
      } else {
        assertThat(width).isEqualTo(1024);
        assertThat(height).isEqualTo(1024);
      }
    }
  }

  @Test
  default void equalReportsGiveEqualCharts() {
    for (ChartForm form : ChartForm.values()) {
      assertThat(charts().png(Examples.report(), form))
          .isEqualTo(charts().png(Examples.report(), form));
    }
  }

  @Test
  default void otherPricesGiveAnotherChart() {
    assertThat(charts().png(Examples.report(Examples.DBS, 320, 50, 1), ChartForm.PHONE_LIGHT))
        .isNotEqualTo(
            charts().png(Examples.report(Examples.DBS, 320, 50, 2), ChartForm.PHONE_LIGHT));
  }

  @Test
  default void everyFormLooksDifferent() {
    long different =
        Arrays.stream(ChartForm.values())
            .map(form -> Arrays.hashCode(charts().png(Examples.report(), form)))
            .distinct()
            .count();
    assertThat(different).isEqualTo(ChartForm.values().length);
  }

  @Test
  default void oneBarIsEnough() {
    assertThat(charts().png(Examples.report(Examples.DBS, 1, 50, 3), ChartForm.PHONE_DARK))
        .isNotEmpty();
  }
}
