package dailyreport.bootstrap.local;

import dailyreport.adapters.line.LineMessenger;
import dailyreport.adapters.line.LineWebhook;
import dailyreport.application.port.Pause;
import dailyreport.application.port.Secret;
import dailyreport.bootstrap.local.serve.Endpoint;
import dailyreport.bootstrap.local.serve.LinkEndpoint;
import dailyreport.bootstrap.local.serve.LocalServer;
import dailyreport.bootstrap.local.serve.PdfPasses;
import dailyreport.bootstrap.local.serve.QueueWorkers;
import dailyreport.bootstrap.local.serve.Response;
import dailyreport.bootstrap.local.serve.Route;
import dailyreport.bootstrap.local.serve.StatsEndpoints;
import dailyreport.bootstrap.local.serve.WebhookEndpoint;
import dailyreport.bootstrap.local.simulator.Rehearsal;
import dailyreport.bootstrap.local.simulator.Simulator;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A server that is open until it is closed: for LINE's channel, or for the simulated one. */
final class Serving {
  private final LocalServer server;
  private final Optional<Simulator> simulator;
  private final ServeComponent product;
  private final QueueWorkers workers;
  private final LineSide line;

  private Serving(
      LocalServer server,
      Optional<Simulator> simulator,
      ServeComponent product,
      LineSide line,
      InstantSource clock) {
    this.server = server;
    this.simulator = simulator;
    this.product = product;
    this.line = line;
    this.workers =
        new QueueWorkers(
            product.queue(), product.workOnJob()::work, line.watch(), product.events(), clock);
  }

  /**
   * Serves a conversation on this desk.
   *
   * @param pause lets the delays of the page's model pass
   */
  static Serving simulated(
      LocalServer server,
      Config config,
      Prices prices,
      Simulator.About about,
      InstantSource clock,
      Pause pause) {
    Rehearsal.hold(clock);
    var simulator = new Simulator(server, about, clock, pause);
    var line =
        new LineSide(
            simulator.channel().secret(),
            simulator.channel().token(),
            simulator.lineBase(),
            server.address(),
            config.linePushFallback(),
            simulator.jobs());
    ModelChoice model =
        about.model().equals("stub")
            ? _ -> Optional.of(simulator.demo())
            : configured -> configured.get().map(simulator::switched);
    ServeComponent product =
        DaggerServeComponent.factory().create(config, prices, simulator::saw, model, line, clock);
    return new Serving(server, Optional.of(simulator), product, line, clock).started(clock);
  }

  /**
   * Serves LINE's own channel, whose events come through a tunnel. There is no simulator then: what
   * the tunnel leads to is open to everybody.
   */
  static Serving real(
      LocalServer server, Config config, Prices prices, URI linkBase, InstantSource clock) {
    var line =
        new LineSide(
            secret(config.lineChannelSecret()),
            secret(config.lineChannelToken()),
            config.lineBase().orElse(LineMessenger.DEFAULT_BASE),
            linkBase,
            config.linePushFallback(),
            (_, _) -> {});
    Rehearsal.hold(clock);
    ServeComponent product =
        DaggerServeComponent.factory()
            .create(config, prices, _ -> {}, configured -> configured.get(), line, clock);
    return new Serving(server, Optional.empty(), product, line, clock).started(clock);
  }

  private static Secret secret(Optional<Secret> configured) {
    return configured.orElseThrow(() -> new IllegalStateException("a key of LINE is not set"));
  }

  private Serving started(InstantSource clock) {
    var routes = new ArrayList<Route>();
    Endpoint webhook =
        new WebhookEndpoint(product.webhook(), product.answerEvents(), line.linkBase(), clock);
    routes.add(
        Route.webhook(
            "/webhook",
            LineWebhook.MOST_BYTES,
            simulator.map(guest -> guest.shown(webhook)).orElse(webhook)));
    routes.add(Route.open("/r/", new LinkEndpoint(product.openLink(), clock)));
    routes.add(Route.open(PdfPasses.PATH, product.pdfPasses()));
    routes.add(Route.open("/health", _ -> health()));
    routes.addAll(StatsEndpoints.routes(product.eventFile()::events));
    simulator.ifPresent(guest -> routes.addAll(guest.routes()));
    workers.start();
    server.start(List.copyOf(routes), LinkEndpoint::gone);
    return this;
  }

  private static Response health() {
    return Response.of(200, "text/plain; charset=utf-8", "ok".getBytes(StandardCharsets.UTF_8));
  }

  /** Where it answers. */
  URI address() {
    return server.address();
  }

  /**
   * Takes no more requests, lets jobs end for so long and calls off the rest.
   *
   * @return jobs that were not finished
   */
  int close(Duration patience) {
    server.close();
    int unfinished = workers.close(patience);
    simulator.ifPresent(Simulator::close);
    return unfinished;
  }
}
