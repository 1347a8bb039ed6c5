package dailyreport.application;

import dailyreport.application.port.Messages;

/** The page behind a link that leads nowhere: constant, in Thai, without a detail. */
public final class LinkGonePage {
  private LinkGonePage() {}

  /** As HTML; goes with status 404. */
  public static String html() {
    return """
    <!doctype html>
    <html lang="th"><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%1$s</title>
    <h1>%1$s</h1>
    <p>%2$s</p>
    </html>
    """
        .formatted(Messages.LINK_GONE_TITLE.text(), Messages.LINK_GONE.text());
  }
}
