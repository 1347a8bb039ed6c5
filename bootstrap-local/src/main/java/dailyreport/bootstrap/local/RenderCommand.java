package dailyreport.bootstrap.local;

import dailyreport.adapters.json.JacksonReportCodec;
import dailyreport.adapters.rendering.JFreeChartRenderer;
import dailyreport.adapters.rendering.OpenPdfRenderer;
import dailyreport.application.port.ChartForm;
import dailyreport.application.port.ChartRenderer;
import dailyreport.bootstrap.local.folder.OutputFolder;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.PartRef;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code ./bot render}: draws a kept report again, from its record alone. Neither cache nor network
 * nor home folder is touched.
 */
@Command(
    name = "render",
    mixinStandardHelpOptions = true,
    description = {
      "Draws text, chart and PDF of a report again, from its report.json alone.",
      "Without --theme: the very files that were sent, byte for byte, or none."
    })
final class RenderCommand implements Callable<Integer> {
  private final CommandLineTool tool;

  @Parameters(paramLabel = "REPORT.json", description = "the record that report --out has written")
  private @Nullable Path file;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "writes report.txt, chart.png and report.pdf there")
  private @Nullable Path out;

  @Option(
      names = "--theme",
      paramLabel = "THEME",
      description = {
        "light or dark: draws the chart so, whatever was sent,",
        "and does not compare the files with the record's digests"
      })
  private Config.@Nullable Theme theme;

  RenderCommand(CommandLineTool tool) {
    this.tool = tool;
  }

  /** A chart with the theme it was drawn in. */
  private record Chart(Config.Theme theme, Part part) {}

  @Override
  public Integer call() {
    Report report = RecordFile.read(Objects.requireNonNull(file), JacksonReportCodec.open());
    ChartRenderer charts = JFreeChartRenderer.open();
    Chart chart = chart(report, charts);
    Part pdf =
        Part.of(
            PartName.PDF, OpenPdfRenderer.open().pdf(report, charts.png(report, ChartForm.PAGE)));
    if (theme == null) {
      compare(report, chart.part());
      compare(report, pdf);
    }
    var files = new LinkedHashMap<String, byte[]>();
    files.put("report.txt", ReportText.compose(report, false).getBytes(StandardCharsets.UTF_8));
    files.put("chart.png", chart.part().bytes());
    files.put("report.pdf", pdf.bytes());
    return write(report, files, Objects.requireNonNull(out));
  }

  private Chart chart(Report report, ChartRenderer charts) {
    if (theme != null) {
      return drawn(report, theme, charts);
    }
    Chart light = drawn(report, Config.Theme.LIGHT, charts);
    Optional<PartRef> sent = report.part(PartName.CHART);
    if (sent.isEmpty() || sent.get().equals(light.part().ref())) {
      return light;
    }
    // The record does not say which theme was sent, but its digest knows.
    Chart dark = drawn(report, Config.Theme.DARK, charts);
    return sent.get().equals(dark.part().ref()) ? dark : light;
  }

  private static Chart drawn(Report report, Config.Theme theme, ChartRenderer charts) {
    ChartForm form =
        switch (theme) {
          case LIGHT -> ChartForm.PHONE_LIGHT;
          case DARK -> ChartForm.PHONE_DARK;
        };
    return new Chart(theme, Part.of(PartName.CHART, charts.png(report, form)));
  }

  /** A part that could not be made when the report was has no digest to compare with. */
  private static void compare(Report report, Part drawn) {
    PartName name = drawn.ref().name();
    report
        .part(name)
        .filter(sent -> !sent.equals(drawn.ref()))
        .ifPresent(sent -> {
          throw new IllegalArgumentException(
              "%s of %s comes out as sha256 %s, the record names %s: it was changed, or made by"
                      .formatted(name, report.key(), shortened(drawn.ref()), shortened(sent))
                  + " another version or JDK; --theme draws it all the same");
        });
  }

  private static String shortened(PartRef ref) {
    return ref.sha256().substring(0, 8);
  }

  private int write(Report report, SequencedMap<String, byte[]> files, Path folder) {
    try {
      OutputFolder.at(folder).writeAll(files);
    } catch (IOException e) {
      tool.err.println(
          "bot: the report could not be written to " + folder + ": " + OutputFolder.reason(e));
      return CommandLineTool.NO_ANSWER;
    }
    tool.out.println("report: " + report.key());
    tool.out.println("files: " + folder.toAbsolutePath().normalize());
    tool.out.flush();
    return CommandLineTool.FINE;
  }
}
