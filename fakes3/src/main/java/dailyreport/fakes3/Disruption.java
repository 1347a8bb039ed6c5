package dailyreport.fakes3;

/** What the fake does instead of its duty. */
public sealed interface Disruption {

  /** Answers with this status and does nothing. */
  record Status(int code) implements Disruption {}

  /** Does what was asked and closes the connection without an answer. */
  record DropAfterStore() implements Disruption {}

  /** Closes the connection and does nothing. */
  record Drop() implements Disruption {}

  /** Never answers, and does nothing. */
  record Hang() implements Disruption {}

  /** Does what was asked and never answers. */
  record HangAfterStore() implements Disruption {}

  /** Announces the whole body, sends half of it and closes the connection. */
  record Truncate() implements Disruption {}

  /** Announces the whole body, sends half of it and then nothing more. */
  record Stall() implements Disruption {}
}
