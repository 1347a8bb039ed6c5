package dailyreport.application;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.AppEvent.Stage;
import dailyreport.application.port.ChartForm;
import dailyreport.application.port.ChartRenderer;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.PdfRenderer;
import dailyreport.application.port.PortException;
import dailyreport.application.port.ReportCodec;
import dailyreport.domain.market.Headline;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.Report;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes the parts of a finished report; one that cannot be made is left out. */
public final class ReportParts {
  private final Supplier<ChartRenderer> charts;
  private final Supplier<PdfRenderer> pdfs;
  private final ReportCodec codec;
  private final ChartForm phone;
  private final EventLog events;
  private final InstantSource clock;

  /**
   * Parts drawn by these.
   *
   * @param charts asked when the first part is drawn: renderers are slow to load
   * @param phone the form of the chart in the chat
   */
  public ReportParts(
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

  /**
   * The charts of a report, for the chat and for the page; one that cannot be drawn is empty.
   * Neither shows the narrative or the time of the report.
   */
  record Pictures(Optional<byte[]> phone, Optional<byte[]> page) {}

  /** All parts that can be made, in the order of {@link PartName}. */
  public List<Part> all(Report report) {
    return all(report, pictures(report));
  }

  /** One part; empty when it cannot be made, or when there is nothing to put into it. */
  public Optional<Part> one(PartName name, Report report) {
    return switch (name) {
      case CHART -> chart(drawn(report, phone));
      case NEWS -> news(report.facts().news());
      case PDF -> pdf(report, drawn(report, ChartForm.PAGE));
    };
  }

  /** Draws both charts. */
  Pictures pictures(Report report) {
    return new Stages(report.key(), events, clock)
        .run(
            Stage.CHART,
            () -> new Pictures(drawn(report, phone), drawn(report, ChartForm.PAGE)),
            pictures -> pictures.phone().isPresent());
  }

  /** All parts that can be made with these charts. */
  List<Part> all(Report report, Pictures pictures) {
    var parts = new ArrayList<Part>();
    chart(pictures.phone()).ifPresent(parts::add);
    news(report.facts().news()).ifPresent(parts::add);
    new Stages(report.key(), events, clock)
        .run(Stage.PDF, () -> pdf(report, pictures.page()), Optional::isPresent)
        .ifPresent(parts::add);
    return List.copyOf(parts);
  }

  private static Optional<Part> chart(Optional<byte[]> png) {
    return png.map(bytes -> Part.of(PartName.CHART, bytes));
  }

  private Optional<Part> news(List<Headline> headlines) {
    return headlines.isEmpty()
        ? Optional.empty()
        : Optional.of(Part.of(PartName.NEWS, codec.news(headlines)));
  }

  private Optional<Part> pdf(Report report, Optional<byte[]> pageChart) {
    return pageChart
        .flatMap(chart -> tried(() -> pdfs.get().pdf(report, chart)))
        .map(bytes -> Part.of(PartName.PDF, bytes));
  }

  private Optional<byte[]> drawn(Report report, ChartForm form) {
    return tried(() -> charts.get().png(report, form));
  }

  private Optional<byte[]> tried(Supplier<byte[]> rendering) {
    try {
      return Optional.of(rendering.get());
    } catch (PortException.Rendering e) {
      events.record(new AppEvent.RenderError(e.fault()));
      return Optional.empty();
    }
  }
}
