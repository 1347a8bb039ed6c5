package dailyreport.bootstrap.lambda;

import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.report.ReportKey;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * What can start the worker. A queue event is known by its records; everything else is one of our
 * own small objects with {@code "v":"1"} and the name of the {@code event} in it.
 */
sealed interface WorkerEvent {
  /** Jobs from the queue. */
  record Batch(List<Envelope.Message> messages) implements WorkerEvent {}

  /** {@code {"v":"1","event":"prewarm","group":"asia"}}, from a schedule. */
  record Prewarm(ExchangeGroup group) implements WorkerEvent {}

  /** {@code {"v":"1","event":"digest"}}, from a schedule. */
  record Digest() implements WorkerEvent {}

  /**
   * {@code {"v":"1","event":"invalidate","strength":"hard","scope":"entry","ticker":"DBS19",
   * "session":"2025-11-11"}}, from an operator who invokes the function; scopes are {@code all},
   * {@code ticker}, {@code session} and {@code entry}.
   */
  record Invalidate(Scope scope, Strength strength) implements WorkerEvent {}

  /**
   * Reads an event.
   *
   * @throws InputException when it is none of these; the message names fields, never values
   */
  static WorkerEvent of(byte[] event) {
    Map<String, String> fields = Envelope.fields(event);
    List<Envelope.Message> messages = Envelope.messages(fields);
    if (!messages.isEmpty()) {
      return new Batch(messages);
    }
    if (!Envelope.required(fields, "v").equals("1")) {
      throw new InputException("worker event: expected 1 in the field v");
    }
    return switch (Envelope.required(fields, "event")) {
      case "prewarm" ->
          new Prewarm(field(fields, "group", text -> ExchangeGroup.valueOf(constant(text))));
      case "digest" -> new Digest();
      case "invalidate" ->
          new Invalidate(
              scope(fields), field(fields, "strength", text -> Strength.valueOf(constant(text))));
      default ->
          throw new InputException(
              "worker event: expected prewarm, digest or invalidate in the field event");
    };
  }

  private static Scope scope(Map<String, String> fields) {
    return switch (Envelope.required(fields, "scope")) {
      case "all" -> new Scope.All();
      case "ticker" -> new Scope.OfTicker(field(fields, "ticker", Ticker::new));
      case "session" -> new Scope.OfSession(field(fields, "session", LocalDate::parse));
      case "entry" ->
          new Scope.OfKey(
              new ReportKey(
                  field(fields, "ticker", Ticker::new),
                  field(fields, "session", LocalDate::parse)));
      default ->
          throw new InputException(
              "worker event: expected all, ticker, session or entry in the field scope");
    };
  }

  private static <T> T field(Map<String, String> fields, String name, Function<String, T> parse) {
    try {
      return parse.apply(Envelope.required(fields, name));
    } catch (InputException e) {
      throw e;
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new InputException("worker event: the field " + name + " has an unusable value");
    }
  }

  private static String constant(String text) {
    return text.toUpperCase(Locale.ROOT);
  }
}
