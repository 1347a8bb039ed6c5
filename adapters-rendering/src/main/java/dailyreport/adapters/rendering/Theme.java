package dailyreport.adapters.rendering;

import java.awt.Color;

/** The colours of a chart; the values are those of the design, rendering.md section 2. */
enum Theme {
  LIGHT(
      new Color(0xFFFFFF),
      new Color(0xE9ECF1),
      new Color(0x1B2330),
      new Color(0x667085),
      new Color(0x089981),
      new Color(0xF23645),
      new Color(0x2962FF),
      new Color(0xF57C00),
      new Color(0x7B1FA2),
      new Color(0x9DB6FA),
      new Color(0x2962FF),
      new Color(0x7E57C2),
      new Color(0xB54708)),
  DARK(
      new Color(0x131722),
      new Color(0x232836),
      new Color(0xE6E9F0),
      new Color(0x8D95A8),
      new Color(0x22AB94),
      new Color(0xF7525F),
      new Color(0x5B9CF6),
      new Color(0xFFB74D),
      new Color(0xBA68C8),
      new Color(0x3A5A8F),
      new Color(0x5B9CF6),
      new Color(0xB39DDB),
      new Color(0xFDB022));

  final Color background;
  final Color grid;
  final Color text;
  final Color secondary;
  final Color up;
  final Color down;
  final Color sma20;
  final Color sma50;
  final Color sma200;
  final Color bandEdge;
  final Color band;
  final Color rsi;
  final Color warning;

  Theme(
      Color background,
      Color grid,
      Color text,
      Color secondary,
      Color up,
      Color down,
      Color sma20,
      Color sma50,
      Color sma200,
      Color bandEdge,
      Color band,
      Color rsi,
      Color warning) {
    this.background = background;
    this.grid = grid;
    this.text = text;
    this.secondary = secondary;
    this.up = up;
    this.down = down;
    this.sma20 = sma20;
    this.sma50 = sma50;
    this.sma200 = sma200;
    this.bandEdge = bandEdge;
    this.band = band;
    this.rsi = rsi;
    this.warning = warning;
  }

  /** Colour of a change; no change has the colour of secondary text. */
  Color of(int direction) {
    return direction > 0 ? up : direction < 0 ? down : secondary;
  }

  /** The colour mixed into the background, opaque, so that overlapping shapes do not darken. */
  Color faded(Color colour, double share) {
    return new Color(
        mix(colour.getRed(), background.getRed(), share),
        mix(colour.getGreen(), background.getGreen(), share),
        mix(colour.getBlue(), background.getBlue(), share));
  }

  /** The colour as a veil over what lies below. */
  static Color veil(Color colour, double share) {
    return new Color(
        colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(255 * share));
  }

  private static int mix(int over, int under, double share) {
    return (int) Math.round(over * share + under * (1 - share));
  }
}
