package dailyreport.contract;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.EventLog;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps every event in the order of its arrival. */
public final class RecordingEventLog implements EventLog {
  private final List<AppEvent> events = new CopyOnWriteArrayList<>();

  @Override
  public void record(AppEvent event) {
    events.add(event);
  }

  /** All events so far. */
  public List<AppEvent> events() {
    return List.copyOf(events);
  }

  /** The events of one type, in order. */
  public <E extends AppEvent> List<E> of(Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Forgets all events. */
  public void clear() {
    events.clear();
  }
}
