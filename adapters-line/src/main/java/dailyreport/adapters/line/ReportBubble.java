package dailyreport.adapters.line;

import com.linecorp.bot.messaging.model.FlexBox;
import com.linecorp.bot.messaging.model.FlexBubble;
import com.linecorp.bot.messaging.model.FlexButton;
import com.linecorp.bot.messaging.model.FlexComponent;
import com.linecorp.bot.messaging.model.FlexFiller;
import com.linecorp.bot.messaging.model.FlexImage;
import com.linecorp.bot.messaging.model.FlexMessage;
import com.linecorp.bot.messaging.model.FlexSeparator;
import com.linecorp.bot.messaging.model.FlexText;
import dailyreport.application.port.Links;
import dailyreport.application.port.Messages;
import dailyreport.domain.report.ClosingPrice;
import dailyreport.domain.report.Figures;
import dailyreport.domain.report.PercentileLine;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportText;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * The card above a report's text: chart, close and change, stance, five percentile bars, buttons. A
 * part without a link has no picture and no button.
 */
final class ReportBubble {
  private static final int LONGEST_ALT_TEXT = 400;
  private static final String INK = "#1F2937";
  private static final String MUTED = "#6B7280";
  private static final String UP = "#15803D";
  private static final String DOWN = "#B91C1C";
  private static final String BAR = "#2563EB";
  private static final String BAR_GROUND = "#E5E7EB";

  private ReportBubble() {}

  static FlexMessage of(Report report, boolean stale, Links links) {
    var bubble = new FlexBubble.Builder().size(FlexBubble.Size.MEGA);
    links.chart().ifPresent(chart -> bubble.hero(hero(chart, links)));
    bubble.body(body(report, stale)).footer(footer(report, links));
    return new FlexMessage(altText(report), bubble.build());
  }

  /** Shown in notifications and by old clients: symbol, close, change, date. */
  static String altText(Report report) {
    String text =
        "%s %s%s · %s"
            .formatted(
                report.key().ticker(),
                report.price().text(),
                report.price().changeText().map(change -> " " + change).orElse(""),
                Figures.date(report.key().session()));
    return TextCut.shortened(text, LONGEST_ALT_TEXT);
  }

  private static FlexImage hero(URI chart, Links links) {
    var image =
        new FlexImage.Builder(chart)
            .size("full")
            .aspectRatio("1:1")
            .aspectMode(FlexImage.AspectMode.COVER);
    links.pdf().ifPresent(pdf -> image.action(Buttons.link(Messages.BUTTON_PDF.text(), pdf)));
    return image.build();
  }

  private static FlexBox body(Report report, boolean stale) {
    var rows = new ArrayList<FlexComponent>();
    rows.add(text(ReportText.title(report), "md", INK).weight(FlexText.Weight.BOLD).build());
    rows.add(price(report.price()));
    rows.add(text(ReportText.dataLine(report, stale), "xs", MUTED).build());
    rows.add(text(ReportText.stanceLine(report), "sm", INK).margin("md").build());
    rows.add(new FlexSeparator.Builder().margin("lg").build());
    rows.add(text(ReportText.PERCENTILES, "xs", MUTED).margin("lg").build());
    PercentileLine.of(report).forEach(line -> rows.add(percentile(line)));
    return box(FlexBox.Layout.VERTICAL, rows).spacing("sm").build();
  }

  private static FlexBox price(ClosingPrice price) {
    var parts = new ArrayList<FlexComponent>();
    parts.add(
        text(price.text(), "xl", INK).weight(FlexText.Weight.BOLD).wrap(false).flex(0).build());
    String colour =
        switch (price.direction()) {
          case 1 -> UP;
          case -1 -> DOWN;
          default -> MUTED;
        };
    price
        .changeText()
        .ifPresent(change -> parts.add(text(change, "sm", colour).margin("md").build()));
    return box(FlexBox.Layout.BASELINE, parts).build();
  }

  private static FlexBox percentile(PercentileLine line) {
    var rows = new ArrayList<FlexComponent>();
    rows.add(
        box(
                FlexBox.Layout.HORIZONTAL,
                List.of(
                    text(line.name(), "xs", INK).flex(5).build(),
                    text(line.value(), "xs", INK).flex(3).align(FlexText.Align.END).build()))
            .build());
    line.percentile().ifPresent(known -> rows.add(bar(known.value())));
    line.percent()
        .ifPresent(percent ->
            rows.add(
                text(percent + " " + line.band(), "xxs", MUTED).align(FlexText.Align.END).build()));
    return box(FlexBox.Layout.VERTICAL, rows).spacing("xs").margin("md").build();
  }

  private static FlexBox bar(double percentile) {
    long width = Math.clamp(Math.round(percentile), 1, 100);
    FlexBox filled =
        box(FlexBox.Layout.VERTICAL, List.of(new FlexFiller(1)))
            .width(width + "%")
            .height("6px")
            .backgroundColor(BAR)
            .cornerRadius("3px")
            .build();
    return box(FlexBox.Layout.VERTICAL, List.of(filled))
        .height("6px")
        .backgroundColor(BAR_GROUND)
        .cornerRadius("3px")
        .build();
  }

  private static FlexBox footer(Report report, Links links) {
    var buttons = new ArrayList<FlexComponent>();
    links
        .pdf()
        .ifPresent(pdf ->
            buttons.add(
                new FlexButton.Builder(Buttons.link(Messages.BUTTON_PDF.text(), pdf))
                    .style(FlexButton.Style.PRIMARY)
                    .color(BAR)
                    .height(FlexButton.Height.SM)
                    .build()));
    buttons.add(
        new FlexButton.Builder(
                Buttons.newest(Messages.BUTTON_REFRESH.text(), report.key().ticker()))
            .style(FlexButton.Style.SECONDARY)
            .height(FlexButton.Height.SM)
            .build());
    return box(FlexBox.Layout.HORIZONTAL, buttons).spacing("sm").build();
  }

  static FlexText.Builder text(String text, String size, String colour) {
    return new FlexText.Builder().text(text).size(size).color(colour).wrap(true);
  }

  static FlexBox.Builder box(FlexBox.Layout layout, List<FlexComponent> contents) {
    return new FlexBox.Builder(layout, contents);
  }
}
