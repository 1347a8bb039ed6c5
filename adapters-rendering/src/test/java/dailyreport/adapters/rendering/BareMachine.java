package dailyreport.adapters.rendering;

import dailyreport.application.port.ChartForm;
import dailyreport.application.port.ChartRenderer;
import dailyreport.application.port.PdfRenderer;
import dailyreport.domain.report.Report;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The child process of {@link BareMachineTest}. */
final class BareMachine {
  private BareMachine() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments[0].equals("bare")) {
      var image = new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB);
      var g2 = image.createGraphics();
      g2.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 10));
      g2.drawString("x", 1, 9);
      return;
    }
    ChartRenderer charts = JFreeChartRenderer.open();
    PdfRenderer pages = OpenPdfRenderer.open();
    Report report = Sample.report();
    Files.write(Path.of(arguments[1]), charts.png(report, ChartForm.PHONE_LIGHT));
    Files.write(Path.of(arguments[2]), pages.pdf(report, charts.png(report, ChartForm.PAGE)));
    System.out.println(BareMachine.class.getModule());
  }
}
