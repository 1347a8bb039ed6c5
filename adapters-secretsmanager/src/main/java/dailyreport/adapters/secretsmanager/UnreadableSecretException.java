package dailyreport.adapters.secretsmanager;

import dailyreport.application.port.Fault;

/**
 * The secret could not be read or is not usable, so the function cannot start. The message names
 * the secret, and the field if it is about one; never a value.
 */
public final class UnreadableSecretException extends RuntimeException {
  private final Fault fault;

  UnreadableSecretException(Fault fault, String message) {
    super(message);
    this.fault = fault;
  }

  /** Class of the fault: {@code MALFORMED} when the secret was read but is not usable. */
  public Fault fault() {
    return fault;
  }
}
