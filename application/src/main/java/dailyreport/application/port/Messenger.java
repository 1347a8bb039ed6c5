package dailyreport.application.port;

import java.time.Duration;
import java.util.UUID;

/** Sends answers into a chat. */
public interface Messenger {

  /** What became of a message. */
  enum Delivery {
    /** It arrived. */
    DELIVERED,
    /** The reply token can no longer be used; nothing arrived. */
    TOKEN_DEAD,
    /** It may have arrived; the same content must not be sent again. */
    AMBIGUOUS,
    /** It was definitely not accepted. */
    REFUSED,
    /** The month's messages are used up; nothing arrived. */
    QUOTA
  }

  /** Answers an event with its token: one request, free of quota. */
  Delivery reply(Incoming incoming, Answer answer, Deadline deadline);

  /**
   * Sends without a token, counted against the quota.
   *
   * @param retryKey the same for every attempt at this message
   */
  Delivery push(Incoming incoming, UUID retryKey, Answer answer, Deadline deadline);

  /**
   * Shows that an answer is being made, in chats with one person only; best effort, never throws.
   */
  void showLoading(Incoming incoming, Duration length, Deadline deadline);
}
