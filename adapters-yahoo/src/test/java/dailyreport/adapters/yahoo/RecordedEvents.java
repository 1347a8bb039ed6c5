package dailyreport.adapters.yahoo;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.EventLog;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps the events in order. */
final class RecordedEvents implements EventLog {
  private final List<AppEvent> all = new CopyOnWriteArrayList<>();

  @Override
  public void record(AppEvent event) {
    all.add(event);
  }

  List<AppEvent> all() {
    return all;
  }

  /** Outcomes of the calls of one dependency, in order. */
  List<String> outcomes(String dep) {
    return all.stream()
        .filter(AppEvent.DependencyCall.class::isInstance)
        .map(AppEvent.DependencyCall.class::cast)
        .filter(call -> call.dep().equals(dep))
        .map(AppEvent.DependencyCall::outcome)
        .toList();
  }

  /** How often one dependency was asked again. */
  long retries(String dep) {
    return all.stream().filter(new AppEvent.DependencyRetry(dep)::equals).count();
  }
}
