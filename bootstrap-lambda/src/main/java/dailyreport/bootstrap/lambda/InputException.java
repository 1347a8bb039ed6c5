package dailyreport.bootstrap.lambda;

/**
 * A setting or an event is not as it must be. The message is made of our own words, names of
 * variables and fields, never of a value, so it may be shown.
 */
final class InputException extends IllegalArgumentException {
  InputException(String message) {
    super(message);
  }
}
