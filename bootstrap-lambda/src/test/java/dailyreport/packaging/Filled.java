package dailyreport.packaging;

import dailyreport.fakes3.StoredObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A bucket with today's report of DBS19, filled by the package itself: a webhook process sends the
 * job, a worker process does it.
 *
 * @param bucket key to object
 * @param miss what the webhook answered
 * @param webhook its lines
 * @param job the one it sent
 * @param done what the worker answered
 * @param worker its lines
 * @param reply the worker's, to LINE
 * @param modelCalls how often the model was asked
 */
record Filled(
    Map<String, StoredObject> bucket,
    RuntimeApi.Result miss,
    List<String> webhook,
    String job,
    RuntimeApi.Result done,
    List<String> worker,
    String reply,
    long modelCalls) {
  static final Duration WEBHOOK_LIMIT = Duration.ofSeconds(30);
  static final Duration WORKER_LIMIT = Duration.ofSeconds(120);

  static Filled by(Path directory, Path work) throws IOException, InterruptedException {
    try (var world = new StandIns()) {
      var webhook = new Run(world, directory, "webhook", work);
      var miss = new AtomicReference<RuntimeApi.Result>();
      world.untilQueued(id -> miss.set(webhook.answer(Events.typed(id, "dbs19"), WEBHOOK_LIMIT)));
      var said = webhook.end();
      String job = world.jobs().getFirst();
      var worker = new Run(world, directory, "worker", work);
      var done = new AtomicReference<RuntimeApi.Result>();
      world.untilReplied(_ -> done.set(worker.answer(Events.delivered("m-1", job), WORKER_LIMIT)));
      var bucket = new TreeMap<String, StoredObject>();
      for (String key : world.s3.keys()) {
        world.s3.object(key).ifPresent(object -> bucket.put(key, object));
      }
      return new Filled(
          bucket,
          miss.get(),
          said,
          job,
          done.get(),
          worker.end(),
          world.replies().getLast(),
          world.count("/v1/responses"));
    }
  }

  /** Puts the report into another bucket. */
  void into(StandIns world) {
    bucket.forEach((key, object) -> {
      if (!key.startsWith("dedup/")) {
        world.s3.plant(key, object);
      }
    });
  }

  /** One process of the package beside its stand-ins. */
  static final class Run implements AutoCloseable {
    private final StandIns world;
    private final Child child;

    Run(StandIns world, Path directory, String handler, Path work) throws IOException {
      this(world, directory, world.environment(handler, temporary(work)), work);
    }

    Run(StandIns world, Path directory, Map<String, String> env, Path work) throws IOException {
      this.world = world;
      this.child = Child.bootstrap(directory, env, work);
    }

    /** A folder that no process has used. */
    static Path temporary(Path work) throws IOException {
      return Files.createTempDirectory(work, "tmp");
    }

    RuntimeApi.Result answer(String event, Duration limit)
        throws IOException, InterruptedException {
      return child.await(world.runtime.invoke(event, limit), limit);
    }

    /** Ends the process; its lines. */
    List<String> end() throws IOException, InterruptedException {
      world.runtime.end();
      child.exit();
      return child.lines();
    }

    Child child() {
      return child;
    }

    @Override
    public void close() throws IOException {
      child.close();
    }
  }
}
