package dailyreport.bootstrap.local;

import dailyreport.application.port.Pause;
import dailyreport.bootstrap.local.serve.LocalServer;
import dailyreport.bootstrap.local.simulator.Simulator;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./bot serve}: a server until Ctrl-C. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Serves a page to talk to the bot as on LINE, on this machine and with no LINE account.",
      "With LINE_CHANNEL_SECRET, LINE_CHANNEL_ACCESS_TOKEN and PUBLIC_BASE_URL set, and without"
          + " --sample, it is the real bot behind a tunnel; then there is no such page."
    })
final class ServeCommand implements Callable<Integer> {
  /** How long Ctrl-C lets jobs end before it calls them off. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final CommandLineTool tool;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "port (default: ${DEFAULT-VALUE}); 0 takes any that is free",
      defaultValue = "8080")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "address to listen on, with LINE's channel only (default: this machine only)")
  private @Nullable String host;

  @ArgGroup private ServedPrices source = new ServedPrices();

  ServeCommand(CommandLineTool tool) {
    this.tool = tool;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > 65_535) {
      throw wrong("--port: expected 0 to 65535, seen " + port);
    }
    Optional<Prices> prices = source.read(tool);
    if (prices.isEmpty()) {
      return CommandLineTool.NO_ANSWER;
    }
    ServedHome home = ServedHome.of(tool.environment(), prices.get(), source.sample());
    try {
      Serving serving = open(tool.config(home.settings()), prices.get());
      var ended = new CountDownLatch(1);
      Runtime.getRuntime()
          .addShutdownHook(
              Thread.ofPlatform()
                  .name("end")
                  .unstarted(() -> {
                    end(serving);
                    home.delete();
                    ended.countDown();
                  }));
      ended.await();
      return CommandLineTool.FINE;
    } catch (IllegalArgumentException | ParameterException e) {
      home.delete();
      throw e;
    }
  }

  private Serving open(Config config, Prices prices) {
    boolean real = config.lineChannelSecret().isPresent() && config.lineChannelToken().isPresent();
    if (!real && host != null) {
      throw wrong("--host: only LINE's own channel may be served to other machines");
    }
    Optional<URI> linkBase = config.publicBaseUrl();
    if (real && linkBase.isEmpty()) {
      throw wrong("PUBLIC_BASE_URL: needed with LINE's channel, for the links in its messages");
    }
    LocalServer server =
        LocalServer.bind(Objects.requireNonNullElse(host, LocalServer.LOOPBACK), port);
    if (real) {
      Serving serving = Serving.real(server, config, prices, linkBase.orElseThrow(), tool.clock);
      say("ready: " + serving.address() + "/webhook");
      say("LINE's channel is served: its webhook is " + linkBase.get().resolve("/webhook"));
      say("the simulator is off, as what a tunnel leads to is open to everybody; Ctrl-C ends");
      return serving;
    }
    Serving serving =
        Serving.simulated(server, config, prices, about(config, prices), tool.clock, Pause.real());
    say("ready: " + serving.address() + "/");
    say("a simulated channel is served: nothing is sent to LINE; Ctrl-C ends");
    return serving;
  }

  private Simulator.About about(Config config, Prices prices) {
    String model = source.sample() ? "stub" : config.openAiKey().isPresent() ? "openai" : "none";
    return new Simulator.About(
        prices instanceof Prices.Live ? "live" : "sample", model, ServedPrices.examples(prices));
  }

  private void end(Serving serving) {
    int unfinished = serving.close(PATIENCE);
    say(unfinished == 0 ? "ended" : "ended; jobs that were called off: " + unfinished);
  }

  private void say(String line) {
    tool.out.println(line);
    tool.out.flush();
  }

  private ParameterException wrong(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }
}
