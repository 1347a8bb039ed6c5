package dailyreport.application.port;

/**
 * Keeps, for whoever looks after the product, what is known of the jobs that were given up.
 *
 * <p>A job whose burial was not accepted must not be acknowledged. A letter may be there twice: an
 * attempt whose answer was lost may have been accepted.
 */
@FunctionalInterface
public interface DeadLetters {

  /**
   * Keeps a letter.
   *
   * @throws PortException.Queue when it was not accepted
   */
  void bury(DeadLetter letter, Deadline deadline);
}
