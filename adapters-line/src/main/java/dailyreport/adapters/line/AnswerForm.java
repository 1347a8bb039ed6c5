package dailyreport.adapters.line;

import com.linecorp.bot.messaging.model.Action;
import com.linecorp.bot.messaging.model.FlexBox;
import com.linecorp.bot.messaging.model.FlexBubble;
import com.linecorp.bot.messaging.model.FlexButton;
import com.linecorp.bot.messaging.model.FlexMessage;
import com.linecorp.bot.messaging.model.Message;
import com.linecorp.bot.messaging.model.TextMessage;
import dailyreport.application.cache.GenerationBudget;
import dailyreport.application.port.Answer;
import dailyreport.application.port.Incoming;
import dailyreport.application.port.Messages;
import dailyreport.application.port.Secret;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.market.Instrument;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.report.ReportKey;
import dailyreport.domain.report.ReportText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The messages of an answer: at most five, the quick replies on the last one. */
final class AnswerForm {
  /** LINE takes 5,000; the rest is room for what a client may add. */
  static final int LONGEST_TEXT = 4_500;

  /** Five messages in one request, one of them the bubble. */
  private static final int MOST_TEXTS = 4;

  private static final List<Ticker> SAMPLES =
      Stream.of("DBS19", "UOB19", "NVDA19").map(Ticker::new).toList();

  private AnswerForm() {}

  static List<Message> messages(Incoming incoming, Answer answer) {
    Optional<String> quote =
        switch (incoming.source().kind()) {
          case USER -> Optional.empty();
          case GROUP, ROOM -> incoming.quoteToken().map(Secret::value);
        };
    return switch (answer) {
      case Answer.Ready ready -> ready(ready, quote);
      case Answer.Preparing(ReportKey key) -> List.of(preparing(key));
      case Answer.Unknown unknown -> texts(unknown(unknown), suggested(unknown), quote);
      case Answer.NoData(Ticker ticker) ->
          texts(
              Messages.NO_DATA.text("ticker", ticker),
              List.of(Buttons.newest(Messages.BUTTON_RETRY.text(), ticker), Buttons.help()),
              quote);
      case Answer.Denied(var earlier) -> texts(limit(), allowed(earlier), quote);
      case Answer.Help _ -> texts(commands(Messages.HELP), samples(), quote);
      case Answer.Welcome _ -> texts(commands(Messages.WELCOME), samples(), quote);
      case Answer.Hint _ -> texts(Messages.HINT.text(), samples(), quote);
      case Answer.Listing listing -> texts(listing(listing), pages(listing), quote);
    };
  }

  private static List<Message> ready(Answer.Ready ready, Optional<String> quote) {
    boolean stale = ready.freshness() != Freshness.FRESH;
    var actions = new ArrayList<Action>();
    ready.neighbours().forEach(ticker -> actions.add(Buttons.symbol(ticker)));
    actions.add(Buttons.help());
    var messages = new ArrayList<Message>();
    messages.add(ReportBubble.of(ready.report(), stale, ready.links()));
    messages.addAll(texts(ReportText.compose(ready.report(), stale), actions, quote));
    return messages;
  }

  /** A bubble, for its button must outlive the next message; quick replies do not. */
  private static Message preparing(ReportKey key) {
    String label = Messages.BUTTON_VIEW.text();
    String text = Messages.WAIT.text(Map.of("ticker", key.ticker(), "button", label));
    var body =
        ReportBubble.box(
            FlexBox.Layout.VERTICAL, List.of(ReportBubble.text(text, "md", "#1F2937").build()));
    var button =
        new FlexButton.Builder(Buttons.report(label, key))
            .style(FlexButton.Style.PRIMARY)
            .height(FlexButton.Height.SM)
            .build();
    var footer = ReportBubble.box(FlexBox.Layout.VERTICAL, List.of(button));
    return new FlexMessage(
        text, new FlexBubble.Builder().body(body.build()).footer(footer.build()).build());
  }

  private static List<Action> allowed(Optional<ReportKey> earlier) {
    var actions = new ArrayList<Action>();
    earlier.ifPresent(key -> actions.add(Buttons.report(Messages.BUTTON_EARLIER.text(), key)));
    actions.add(Buttons.help());
    return actions;
  }

  private static String limit() {
    return Messages.LIMIT.text(
        Map.of("hour", GenerationBudget.AN_HOUR, "day", GenerationBudget.A_DAY));
  }

  private static String unknown(Answer.Unknown unknown) {
    String text =
        unknown.echo().isEmpty()
            ? Messages.UNKNOWN_UNNAMED.text()
            : Messages.UNKNOWN.text("input", unknown.echo());
    return unknown.suggestions().isEmpty() ? text : text + " " + Messages.UNKNOWN_QUESTION.text();
  }

  private static List<Action> suggested(Answer.Unknown unknown) {
    var actions = new ArrayList<Action>();
    unknown.suggestions().forEach(ticker -> actions.add(Buttons.symbol(ticker)));
    actions.add(Buttons.list());
    actions.add(Buttons.help());
    return actions;
  }

  private static String listing(Answer.Listing listing) {
    var markets = new LinkedHashMap<Messages, List<Instrument>>();
    listing
        .instruments()
        .forEach(instrument ->
            markets
                .computeIfAbsent(
                    Messages.market(instrument.underlying().exchange()), _ -> new ArrayList<>())
                .add(instrument));
    var blocks = new ArrayList<String>();
    blocks.add(Messages.LIST_TITLE.text(Map.of("page", listing.page(), "pages", listing.pages())));
    markets.forEach((market, instruments) -> blocks.add(market(market, instruments)));
    blocks.add(Messages.LIST_FOOT.text());
    return String.join("\n\n", blocks);
  }

  private static String market(Messages heading, List<Instrument> instruments) {
    var lines = new ArrayList<String>();
    lines.add(heading.text());
    instruments.forEach(instrument ->
        lines.add(
            Messages.LIST_LINE.text(
                Map.of("ticker", instrument.ticker(), "name", instrument.name()))));
    return String.join("\n", lines);
  }

  private static List<Action> pages(Answer.Listing listing) {
    var actions = new ArrayList<Action>();
    if (listing.page() < listing.pages()) {
      actions.add(Buttons.page(Messages.BUTTON_NEXT.text(), listing.page() + 1));
    }
    if (listing.page() > 1) {
      actions.add(Buttons.page(Messages.BUTTON_PREVIOUS.text(), listing.page() - 1));
    }
    listing.instruments().forEach(instrument -> actions.add(Buttons.symbol(instrument.ticker())));
    return actions;
  }

  private static String commands(Messages message) {
    return message.text(
        Map.of("help", Messages.COMMAND_HELP.text(), "list", Messages.COMMAND_LIST.text()));
  }

  private static List<Action> samples() {
    var actions = new ArrayList<Action>();
    SAMPLES.forEach(ticker -> actions.add(Buttons.symbol(ticker)));
    actions.add(Buttons.list());
    actions.add(Buttons.help());
    return actions;
  }

  /** The text in as few messages as it needs; the first quotes, the last has the buttons. */
  private static List<Message> texts(String text, List<Action> actions, Optional<String> quote) {
    List<String> parts = TextCut.parts(text, LONGEST_TEXT);
    if (parts.size() > MOST_TEXTS) {
      parts = parts.subList(0, MOST_TEXTS);
    }
    var messages = new ArrayList<Message>();
    for (int i = 0; i < parts.size(); i++) {
      var message = new TextMessage.Builder(parts.get(i));
      if (i == 0) {
        quote.ifPresent(message::quoteToken);
      }
      if (i == parts.size() - 1) {
        message.quickReply(Buttons.quick(actions));
      }
      messages.add(message.build());
    }
    return messages;
  }
}
