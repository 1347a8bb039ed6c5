package dailyreport.bootstrap.lambda;

import dailyreport.application.port.Deadline;

/**
 * Both functions in one process, for the run that trains the AOT cache: the package has one cache,
 * and it must know the classes of both. Requests to the Function URL are the webhook's.
 */
record Rehearsal(RuntimeLoop.Function webhook, RuntimeLoop.Function worker)
    implements RuntimeLoop.Function {
  /** What Main is told on its command line; Lambda passes nothing there. */
  static final String WORD = "rehearsal";

  @Override
  public byte[] answer(byte[] event, Deadline deadline) {
    boolean request = Envelope.fields(event).containsKey("rawPath");
    return (request ? webhook : worker).answer(event, deadline);
  }
}
