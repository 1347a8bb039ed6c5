package dailyreport.bootstrap.local.serve;

/**
 * What is found under a path.
 *
 * @param method the only one
 * @param path exact; one that ends with a slash stands for everything below it
 * @param audience who may come
 * @param mostBytes of a body; what is longer is cut off there
 * @param endpoint answers
 */
public record Route(
    String method, String path, Audience audience, int mostBytes, Endpoint endpoint) {
  private static final int SMALL = 64 * 1024;

  /** Who may come. */
  public enum Audience {
    /** Everybody, also by way of a tunnel. */
    WORLD,
    /**
     * Whoever names this machine in the address: a page elsewhere whose name leads here (DNS
     * rebinding) does not.
     */
    DESK
  }

  /** A page or file for everybody. */
  public static Route open(String path, Endpoint endpoint) {
    return new Route("GET", path, Audience.WORLD, 0, endpoint);
  }

  /** A page or file for this machine. */
  public static Route page(String path, Endpoint endpoint) {
    return new Route("GET", path, Audience.DESK, 0, endpoint);
  }

  /** A command from a page of this machine. */
  public static Route command(String path, Endpoint endpoint) {
    return new Route("POST", path, Audience.DESK, SMALL, endpoint);
  }

  /** The webhook, for everybody; it judges longer bodies itself, of which it sees one byte more. */
  public static Route webhook(String path, int mostBytes, Endpoint endpoint) {
    return new Route("POST", path, Audience.WORLD, mostBytes + 1, endpoint);
  }

  private boolean below() {
    return path.length() > 1 && path.endsWith("/");
  }

  boolean leadsTo(String asked) {
    return below() ? asked.startsWith(path) : asked.equals(path);
  }
}
