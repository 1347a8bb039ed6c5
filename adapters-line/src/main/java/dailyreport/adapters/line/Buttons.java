package dailyreport.adapters.line;

import com.linecorp.bot.messaging.model.Action;
import com.linecorp.bot.messaging.model.MessageAction;
import com.linecorp.bot.messaging.model.PostbackAction;
import com.linecorp.bot.messaging.model.QuickReply;
import com.linecorp.bot.messaging.model.QuickReplyItem;
import com.linecorp.bot.messaging.model.URIAction;
import dailyreport.application.port.Messages;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.report.ReportKey;
import java.net.URI;
import java.util.List;

/** Everything a person can tap. */
final class Buttons {
  /** LINE shows at most that many quick replies. */
  static final int MOST_QUICK_REPLIES = 13;

  /** Longest label, in grapheme clusters. */
  private static final int LONGEST_LABEL = 20;

  private Buttons() {}

  static Action newest(String label, Ticker ticker) {
    return postback(label, Postback.newest(ticker), ticker.symbol());
  }

  static Action report(String label, ReportKey key) {
    return postback(label, Postback.of(key.ticker(), key.session()), label);
  }

  static Action page(String label, int page) {
    return postback(label, Postback.page(page), label);
  }

  static Action symbol(Ticker ticker) {
    return newest(ticker.symbol(), ticker);
  }

  /** Types the command for the person. */
  static Action help() {
    return command(Messages.COMMAND_HELP.text());
  }

  /** Types the command for the person. */
  static Action list() {
    return command(Messages.COMMAND_LIST.text());
  }

  static Action link(String label, URI target) {
    return new URIAction.Builder().label(label(label)).uri(target).build();
  }

  static QuickReply quick(List<Action> actions) {
    return new QuickReply(
        actions.stream().limit(MOST_QUICK_REPLIES).map(QuickReplyItem::new).toList());
  }

  private static Action command(String word) {
    return new MessageAction.Builder().label(label(word)).text(word).build();
  }

  private static Action postback(String label, String data, String said) {
    return new PostbackAction.Builder().label(label(label)).data(data).displayText(said).build();
  }

  private static String label(String text) {
    return TextCut.label(text, LONGEST_LABEL);
  }
}
