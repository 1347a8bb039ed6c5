package dailyreport.bootstrap.local.serve;

/** Answers the requests of one route. */
@FunctionalInterface
public interface Endpoint {

  /**
   * Answers.
   *
   * @throws IllegalArgumentException for a request that it does not understand; its message is
   *     shown to whoever asked, with 400
   */
  Response answer(Request request);
}
