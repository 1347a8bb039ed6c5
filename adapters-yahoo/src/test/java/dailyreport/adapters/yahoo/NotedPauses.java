package dailyreport.adapters.yahoo;

import dailyreport.application.port.Pause;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes no time; remembers how much was asked for. */
final class NotedPauses implements Pause {
  private final List<Duration> all = new CopyOnWriteArrayList<>();

  @Override
  public void pause(Duration time) {
    all.add(time);
  }

  List<Duration> all() {
    return all;
  }
}
