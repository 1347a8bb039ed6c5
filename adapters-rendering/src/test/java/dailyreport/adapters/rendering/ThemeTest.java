package dailyreport.adapters.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contrast by WCAG 2.2: 4.5 for small text, 3 for text as large as the header's. */
class ThemeTest {
  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(int level) {
    double share = level / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  private static double contrast(Color one, Color other) {
    double light = Math.max(luminance(one), luminance(other)) + 0.05;
    double dark = Math.min(luminance(one), luminance(other)) + 0.05;
    return light / dark;
  }

  @Test
  void whiteOnBlackHasTheGreatestContrast() {
    assertThat(contrast(Color.BLACK, Color.WHITE)).isBetween(20.9, 21.0001);
  }

  @Test
  void everyColourOfWordsCanBeReadOnDark() {
    Theme dark = Theme.DARK;
    // Up, down and secondary are also the boxes of the tag, whose figures are the background's.
    List<Color> words =
        List.of(
            dark.text,
            dark.secondary,
            dark.up,
            dark.down,
            dark.sma20,
            dark.sma50,
            dark.sma200,
            dark.rsi,
            dark.warning);
    assertThat(words)
        .allSatisfy(
            word -> assertThat(contrast(word, dark.background)).isGreaterThanOrEqualTo(4.5));
  }

  @Test
  void theColoursOfWordsCanBeReadOnLight() {
    Theme light = Theme.LIGHT;
    assertThat(
            List.of(
                light.text, light.secondary, light.sma20, light.sma200, light.rsi, light.warning))
        .allSatisfy(
            word -> assertThat(contrast(word, light.background)).isGreaterThanOrEqualTo(4.5));
    assertThat(List.of(light.up, light.down))
        .allSatisfy(word -> assertThat(contrast(word, light.background)).isGreaterThanOrEqualTo(3));
  }
}
