package dailyreport.application;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.AppEvent.Stage;
import dailyreport.application.port.ChartForm;
import dailyreport.application.port.ChartRenderer;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.PdfRenderer;
import dailyreport.application.port.PortException;
import dailyreport.application.port.ReportCodec;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.Report;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Makes a report's parts. A part that cannot be drawn is left out; the text goes without it. */
public final class Drawing {
  private final Supplier<ChartRenderer> charts;
  private final Supplier<PdfRenderer> pdfs;
  private final ReportCodec codec;
  private final ChartForm phone;
  private final EventLog events;
  private final InstantSource clock;

  /**
   * A maker of parts.
   *
   * @param charts made on first use: it loads fonts
   * @param pdfs made on first use
   * @param phone theme of the chart people get
   */
  public Drawing(
      Supplier<ChartRenderer> charts,
      Supplier<PdfRenderer> pdfs,
      ReportCodec codec,
      ChartForm phone,
      EventLog events,
      InstantSource clock) {
    this.charts = charts;
    this.pdfs = pdfs;
    this.codec = codec;
    this.phone = phone;
    this.events = events;
    this.clock = clock;
  }

  /** Starts both charts, which need no narrative; the model works meanwhile. */
  Charts start(Report draft) {
    var executor = Executors.newVirtualThreadPerTaskExecutor();
    return new Charts(
        executor,
        executor.submit(() -> drawn(draft, Stage.CHART, () -> charts.get().png(draft, phone))),
        executor.submit(() -> quiet(() -> charts.get().png(draft, ChartForm.PAGE))));
  }

  /** All parts of a finished report, drawn anew. */
  public List<Part> parts(Report report) {
    try (var started = start(report)) {
      return started.finish(report);
    }
  }

  private Optional<byte[]> drawn(Report report, Stage stage, Supplier<byte[]> work) {
    return quiet(() -> Stages.timed(events, clock, report.key(), stage, work));
  }

  private Optional<byte[]> quiet(Supplier<byte[]> work) {
    try {
      return Optional.of(work.get());
    } catch (PortException.Rendering e) {
      events.record(new AppEvent.RenderError(e.fault()));
      return Optional.empty();
    }
  }

  /** Charts that are being drawn. */
  final class Charts implements AutoCloseable {
    private final ExecutorService executor;
    private final Future<Optional<byte[]>> phoneChart;
    private final Future<Optional<byte[]>> pageChart;

    private Charts(
        ExecutorService executor,
        Future<Optional<byte[]>> phoneChart,
        Future<Optional<byte[]>> pageChart) {
      this.executor = executor;
      this.phoneChart = phoneChart;
      this.pageChart = pageChart;
    }

    /** All parts that could be made. */
    List<Part> finish(Report written) {
      var parts = new ArrayList<Part>();
      Awaited.of(phoneChart).ifPresent(png -> parts.add(Part.of(PartName.CHART, png)));
      if (!written.facts().news().isEmpty()) {
        parts.add(Part.of(PartName.NEWS, codec.news(written.facts().news())));
      }
      Awaited.of(pageChart)
          .flatMap(page -> drawn(written, Stage.PDF, () -> pdfs.get().pdf(written, page)))
          .ifPresent(pdf -> parts.add(Part.of(PartName.PDF, pdf)));
      return parts;
    }

    @Override
    public void close() {
      executor.shutdownNow();
      executor.close();
    }
  }
}
