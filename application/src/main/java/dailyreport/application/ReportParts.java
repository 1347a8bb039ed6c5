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

  /** All parts that can be made, in the order of {@link PartName}. */
  public List<Part> all(Report report) {
    var stages = new Stages(report.key(), events, clock);
    var parts = new ArrayList<Part>();
    stages
        .run(Stage.CHART, () -> one(PartName.CHART, report), Optional::isPresent)
        .ifPresent(parts::add);
    one(PartName.NEWS, report).ifPresent(parts::add);
    stages
        .run(Stage.PDF, () -> one(PartName.PDF, report), Optional::isPresent)
        .ifPresent(parts::add);
    return List.copyOf(parts);
  }

  /** One part; empty when it cannot be made, or when there is nothing to put into it. */
  public Optional<Part> one(PartName name, Report report) {
    try {
      return switch (name) {
        case CHART -> Optional.of(Part.of(name, charts.get().png(report, phone)));
        case NEWS -> news(report.facts().news());
        case PDF -> Optional.of(Part.of(name, pdf(report)));
      };
    } catch (PortException.Rendering e) {
      events.record(new AppEvent.RenderError(e.fault()));
      return Optional.empty();
    }
  }

  private Optional<Part> news(List<Headline> headlines) {
    return headlines.isEmpty()
        ? Optional.empty()
        : Optional.of(Part.of(PartName.NEWS, codec.news(headlines)));
  }

  private byte[] pdf(Report report) {
    return pdfs.get().pdf(report, charts.get().png(report, ChartForm.PAGE));
  }
}
