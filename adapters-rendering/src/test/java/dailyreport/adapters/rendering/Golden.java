package dailyreport.adapters.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Compares a picture with the one kept beside the tests. {@code -Dgolden.update=true} renews them:
 * look at each before committing it. On a difference, the actual picture and one of the differences
 * are left in {@code target/golden}.
 */
final class Golden {
  private static final Path KEPT = Path.of("src", "test", "resources", "golden");
  private static final Path SEEN = Path.of("target", "golden");

  /** Levels of 256 that a channel may differ before a pixel counts as different. */
  private static final int LEVELS = 8;

  /** Share of pixels that may differ. */
  static final double SHARE = 0.001;

  private Golden() {}

  static void compare(String name, BufferedImage actual) throws IOException {
    Path kept = KEPT.resolve(name + ".png");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(KEPT);
      ImageIO.write(actual, "png", kept.toFile());
      return;
    }
    assertThat(kept).as("renew with -Dgolden.update=true").exists();
    BufferedImage expected = ImageIO.read(kept.toFile());
    double share = difference(expected, actual);
    if (share > SHARE) {
      Files.createDirectories(SEEN);
      ImageIO.write(actual, "png", SEEN.resolve(name + "-actual.png").toFile());
      ImageIO.write(marked(expected, actual), "png", SEEN.resolve(name + "-diff.png").toFile());
      fail("%s: %.3f %% of the pixels differ; see %s", name, 100 * share, SEEN.toAbsolutePath());
    }
  }

  /** Share of pixels that differ; 1 when the sizes do. */
  static double difference(BufferedImage expected, BufferedImage actual) {
    if (expected.getWidth() != actual.getWidth() || expected.getHeight() != actual.getHeight()) {
      return 1;
    }
    long different = 0;
    for (int y = 0; y < actual.getHeight(); y++) {
      for (int x = 0; x < actual.getWidth(); x++) {
        if (differs(expected.getRGB(x, y), actual.getRGB(x, y))) {
          different++;
        }
      }
    }
    return (double) different / ((long) actual.getWidth() * actual.getHeight());
  }

  private static boolean differs(int one, int other) {
    for (int shift = 0; shift <= 16; shift += 8) {
      if (Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)) > LEVELS) {
        return true;
      }
    }
    return false;
  }

  private static BufferedImage marked(BufferedImage expected, BufferedImage actual) {
    var marked =
        new BufferedImage(actual.getWidth(), actual.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < actual.getHeight(); y++) {
      for (int x = 0; x < actual.getWidth(); x++) {
        boolean inside = x < expected.getWidth() && y < expected.getHeight();
        boolean same = inside && !differs(expected.getRGB(x, y), actual.getRGB(x, y));
        marked.setRGB(x, y, same ? actual.getRGB(x, y) >> 2 & 0x3f3f3f : 0xff00ff);
      }
    }
    return marked;
  }
}
