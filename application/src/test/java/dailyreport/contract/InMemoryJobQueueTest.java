package dailyreport.contract;

import dailyreport.application.port.JobQueue;
import dailyreport.application.port.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

class InMemoryJobQueueTest implements JobQueueContract {
  private Instant now = Examples.NOW;
  private final InMemoryJobQueue queue = new InMemoryJobQueue(() -> now);

  @Override
  public JobQueue queue() {
    return queue;
  }

  @Override
  public Optional<Received> receive() {
    return queue.receive();
  }

  @Override
  public void acknowledge(Received received) {
    queue.acknowledge(received);
  }

  @Override
  public void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Duration visibility() {
    return InMemoryJobQueue.VISIBILITY;
  }
}
