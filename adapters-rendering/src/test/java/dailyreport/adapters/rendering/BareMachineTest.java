package dailyreport.adapters.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Chart and PDF in a JVM of its own, on the module path, where fontconfig finds nothing: as on a
 * Lambda image.
 */
class BareMachineTest {
  @TempDir Path folder;

  @Test
  void chartAndPdfAreDrawnWithoutAnyFontOfTheMachine() throws Exception {
    Path chart = folder.resolve("chart.png");
    Result result = child("draw", chart.toString(), folder.resolve("report.pdf").toString());
    assertThat(result.exit()).as(result.output()).isZero();
    assertThat(result.output()).contains("module dailyreport.adapters.rendering");
    byte[] here =
        JFreeChartRenderer.open()
            .png(Sample.report(), dailyreport.application.port.ChartForm.PHONE_LIGHT);
    assertThat(Files.readAllBytes(chart)).as("as on a machine with fonts").isEqualTo(here);
    assertThat(Files.readAllBytes(folder.resolve("report.pdf")))
        .as("as in another process")
        .isEqualTo(PdfTextTest.pdf(Sample.report()));
  }

  @Test
  void withoutOurFontsTheSameMachineDrawsNothing() throws Exception {
    Result result = child("bare");
    assertThat(result.exit()).as(result.output()).isNotZero();
    assertThat(result.output()).containsAnyOf("Fontconfig", "font");
  }

  private record Result(int exit, String output) {}

  private Result child(String... arguments) throws IOException, InterruptedException {
    String module = "dailyreport.adapters.rendering";
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Djava.awt.headless=true", "-Duser.home=" + folder, "-p", modulePath()));
    command.addAll(List.of("--add-modules", "ALL-MODULE-PATH"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("--add-reads", module + "=ALL-UNNAMED"));
    command.addAll(List.of("--patch-module", module + "=" + Path.of("target", "test-classes")));
    command.addAll(List.of("-m", module + "/" + module + ".BareMachine"));
    command.addAll(List.of(arguments));
    Path output = folder.resolve("output");
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(output.toFile());
    // A valid configuration that names no folder: fontconfig is there and has no font at all.
    Path nothing = Files.writeString(folder.resolve("fonts.conf"), "<fontconfig></fontconfig>");
    builder.environment().put("FONTCONFIG_FILE", nothing.toString());
    int exit = builder.start().waitFor();
    return new Result(exit, Files.readString(output, StandardCharsets.UTF_8));
  }

  /** What this test itself runs on, or the class path of a runner that knows no modules. */
  private static String modulePath() {
    String modules = System.getProperty("jdk.module.path");
    assertThat(modules).as("surefire puts the tests on the module path").isNotNull();
    return String.join(File.pathSeparator, modules.split(File.pathSeparator));
  }
}
