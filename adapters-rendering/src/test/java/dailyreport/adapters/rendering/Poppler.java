package dailyreport.adapters.rendering;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Poppler's tools: a PDF reader that is not ours. Tests are skipped, visibly, without them. */
final class Poppler {
  private Poppler() {}

  /** Extracted text, ActualText honoured. */
  static String text(byte[] pdf, String... options) throws IOException, InterruptedException {
    Path file = Files.createTempFile("report", ".pdf");
    try {
      Files.write(file, pdf);
      var command = new ArrayList<>(List.of("pdftotext", "-enc", "UTF-8"));
      command.addAll(List.of(options));
      command.addAll(List.of(file.toString(), "-"));
      return new String(run(command), StandardCharsets.UTF_8);
    } finally {
      Files.delete(file);
    }
  }

  /** One page as a picture. */
  static BufferedImage page(byte[] pdf, int page, int dpi)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("report");
    Path file = folder.resolve("report.pdf");
    Path picture = folder.resolve("page.png");
    try {
      Files.write(file, pdf);
      String number = Integer.toString(page);
      run(
          List.of(
              "pdftoppm",
              "-png",
              "-singlefile",
              "-r",
              Integer.toString(dpi),
              "-f",
              number,
              "-l",
              number,
              file.toString(),
              folder.resolve("page").toString()));
      return ImageIO.read(picture.toFile());
    } finally {
      Files.deleteIfExists(picture);
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  private static byte[] run(List<String> command) throws IOException, InterruptedException {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      assumeTrue(false, "SKIPPED: poppler's " + command.getFirst() + " is not installed");
      throw e;
    }
    byte[] out = process.getInputStream().readAllBytes();
    if (process.waitFor() != 0) {
      throw new IOException(command.getFirst() + " ended with " + process.exitValue());
    }
    return out;
  }
}
