package dailyreport.application.port;

import dailyreport.domain.market.Ticker;
import java.time.LocalDate;
import java.util.Optional;

/** What a person did in the chat. */
public sealed interface Said {

  /**
   * Typed a text.
   *
   * @param text as typed; never logged, never part of a key
   * @param mentionsUs whether the bot was mentioned
   */
  record Text(String text, boolean mentionsUs) implements Said {}

  /** Tapped a button that asks for a report; without a session, for the newest. */
  record Tap(Ticker ticker, Optional<LocalDate> session) implements Said {}

  /** Tapped a button that asks for a page of the ticker list, counted from 1. */
  record TapList(int page) implements Said {}

  /** Added the bot as a friend. */
  record Followed() implements Said {}

  /** Invited the bot to a group or room. */
  record Joined() implements Said {}

  /** Sent a sticker, a picture or anything else that is no text. */
  record Other() implements Said {}
}
