package dailyreport.application.port;

/** Takes typed events: the only source of figures about the product. */
@FunctionalInterface
public interface EventLog {

  /** Records an event; never throws and never blocks for long. */
  void record(AppEvent event);
}
