package dailyreport.application.port;

/**
 * The shared tier's mark of one stored object, such as an entity tag; equal bytes may have equal
 * tags.
 *
 * @param value opaque; empty where there is no object
 */
public record Tag(String value) {
  private static final Tag NONE = new Tag("");

  /** The tag of an object that does not exist. */
  public static Tag none() {
    return NONE;
  }

  /** Whether it marks an object. */
  public boolean exists() {
    return !value.isEmpty();
  }
}
