package dailyreport.bootstrap.lambda;

import dailyreport.adapters.json.JacksonEventCodec;
import dailyreport.application.port.EventLog;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts the function that {@code _HANDLER} names and serves until Lambda ends the process. */
final class Main {
  private static final System.Logger LOG = System.getLogger(Main.class.getName());

  private Main() {}

  public static void main(String[] args) throws InterruptedException {
    JsonLogLines.install();
    var env = System.getenv();
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    String host = env.get("AWS_LAMBDA_RUNTIME_API");
    if (host == null) {
      LOG.log(Level.ERROR, "AWS_LAMBDA_RUNTIME_API: expected host and port, as Lambda sets it");
    } else {
      try {
        boolean rehearsal = List.of(args).contains(Rehearsal.WORD);
        run(new RuntimeLoop(host), rehearsal, env, SystemWiring.clock(), out);
      } catch (IOException e) {
        LOG.log(Level.ERROR, e.getMessage());
      }
    }
    // Not a plain return: OkHttp keeps threads of its own alive for a minute.
    System.exit(1);
  }

  /** Serves; returns only when the function could not be started, which Lambda has been told. */
  static void run(
      RuntimeLoop loop,
      boolean rehearsal,
      Map<String, String> env,
      InstantSource clock,
      PrintStream out)
      throws IOException, InterruptedException {
    RuntimeLoop.Function function;
    try {
      var config = Config.from(env);
      var events = new EmfEventLog(out, JacksonEventCodec.open(), config.metricNamespace(), clock);
      function = rehearsal ? both(env, clock, events) : function(config, clock, events);
      Launch.read(Path.of("/proc"))
          .ifPresent(launch -> events.record(launch.event(config.handler())));
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "start: " + Trace.of(e));
      loop.initError(e);
      return;
    }
    loop.serve(function);
  }

  /** The function, wired: its keys are read by now. */
  static RuntimeLoop.Function function(Config config, InstantSource clock, EventLog events) {
    LambdaComponent component = DaggerLambdaComponent.factory().create(config, clock, events);
    return switch (config.handler()) {
      case WEBHOOK -> component.webhook();
      case WORKER -> component.worker();
    };
  }

  /** Two instances that share the bucket only, as on Lambda. */
  private static Rehearsal both(Map<String, String> env, InstantSource clock, EventLog events) {
    var other = new HashMap<>(env);
    other.put("_HANDLER", "worker");
    other.merge("TMPDIR", "/worker", String::concat);
    return new Rehearsal(
        function(Config.from(env), clock, events), function(Config.from(other), clock, events));
  }
}
