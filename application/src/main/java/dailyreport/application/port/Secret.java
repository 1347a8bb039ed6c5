package dailyreport.application.port;

/**
 * A value that must not be printed.
 *
 * @param value the secret itself; call this only where it goes on the wire
 */
public record Secret(String value) {
  public Secret {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a secret must not be blank");
    }
  }

  @Override
  public String toString() {
    return "Secret(***)";
  }
}
