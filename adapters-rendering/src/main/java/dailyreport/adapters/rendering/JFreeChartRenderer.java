package dailyreport.adapters.rendering;

import dailyreport.application.port.ChartForm;
import dailyreport.application.port.ChartRenderer;
import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import dailyreport.domain.report.Report;
import java.awt.AWTError;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Draws charts with JFreeChart on Java 2D, without a display. Safe for use by several threads. */
public final class JFreeChartRenderer implements ChartRenderer {
  private JFreeChartRenderer() {}

  /**
   * A renderer; installs {@link HeadlessFonts}, so it must be opened before anything else in the
   * process touches AWT.
   */
  public static ChartRenderer open() {
    HeadlessFonts.install();
    return new JFreeChartRenderer();
  }

  @Override
  public byte[] png(Report report, ChartForm form) {
    try {
      return encode(ChartDrawing.of(report, form).image());
    } catch (IOException | RuntimeException | AWTError e) {
      // What the libraries throw on odd data is unchecked; a report without a picture beats none.
      throw new PortException.Rendering(
          Fault.ERROR, "drawing the chart of " + report.key() + ": " + e.getMessage(), e);
    }
  }

  private static byte[] encode(BufferedImage image) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(image, "png", out)) {
        throw new IOException("this JDK writes no PNG");
      }
    }
    return bytes.toByteArray();
  }
}
