package dailyreport.bootstrap.local.simulator;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Narrator;
import dailyreport.application.port.Pause;
import dailyreport.bootstrap.local.serve.Endpoint;
import dailyreport.bootstrap.local.serve.JobWatch;
import dailyreport.bootstrap.local.serve.Json;
import dailyreport.bootstrap.local.serve.LocalServer;
import dailyreport.bootstrap.local.serve.Request;
import dailyreport.bootstrap.local.serve.Response;
import dailyreport.bootstrap.local.serve.Route;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A conversation on the desk: the page's commands, the person, LINE's stand-in and the feed. */
public final class Simulator implements AutoCloseable {
  private final About about;
  private final Channel channel = Channel.random();
  private final Feed feed;
  private final ModelSwitch model = new ModelSwitch();
  private final ConversationWatch watch;
  private final LineStandIn line;
  private final Person person;
  private final InstantSource clock;
  private final Pause pause;
  private final String startedAt;

  /**
   * What the page tells about this server.
   *
   * @param mode {@code sample} or {@code live}
   * @param model {@code stub}, {@code openai} or {@code none}
   * @param examples symbols that can be asked for
   */
  public record About(String mode, String model, List<String> examples) {
    public About {
      examples = List.copyOf(examples);
    }
  }

  /**
   * A conversation with the bot behind that server, which has yet to start.
   *
   * @param pause lets the model's delays pass
   */
  public Simulator(LocalServer server, About about, InstantSource clock, Pause pause) {
    var ids = new Ids();
    var tokens = new ReplyTokens(clock, ids);
    this.about = about;
    this.clock = clock;
    this.pause = pause;
    this.feed = new Feed(clock);
    this.watch = new ConversationWatch(feed);
    this.line = new LineStandIn(channel.token(), tokens, ids, feed, clock);
    this.person = new Person(server, channel, tokens, ids, feed, clock);
    this.startedAt = clock.instant().toString();
    line.start();
  }

  /** The channel whose events are simulated. */
  public Channel channel() {
    return channel;
  }

  /** Where the stand-in for LINE's API answers. */
  public URI lineBase() {
    return line.address();
  }

  /** Shows the page what it is to see of an event. */
  public void saw(AppEvent event) {
    watch.saw(event);
  }

  /** Shows the page the steps of jobs. */
  public JobWatch jobs() {
    return watch;
  }

  /** The webhook, whose every request the page gets to see. */
  public Endpoint shown(Endpoint webhook) {
    return new StrangersShown(webhook, feed, clock);
  }

  /** A model under the page's switch. */
  public Narrator switched(Narrator narrator) {
    return new SwitchedNarrator(narrator, model, clock, pause);
  }

  /** The model that is none, under the page's switch. */
  public Narrator demo() {
    return switched(new DemoNarrator(model, clock));
  }

  /** The page and its commands. */
  public List<Route> routes() {
    return List.of(
        Route.page("/", PageFiles::page),
        Route.page("/simulator/state", _ -> Response.json(200, state())),
        Route.page("/simulator/feed", new FeedStream(feed)),
        Route.command(
            "/simulator/say",
            request -> Response.json(200, person.does(Ask.of(Json.object(request.body()))))),
        Route.command("/simulator/redeliver", _ -> again()),
        Route.command("/simulator/model", this::model),
        Route.page(PageFiles.PATH, new PageFiles()));
  }

  private Map<String, Object> state() {
    var state = new LinkedHashMap<String, Object>();
    state.put("mode", about.mode());
    state.put("model", modelState());
    state.put("speed", 1);
    state.put("realLine", false);
    state.put("examples", about.examples());
    state.put("startedAt", startedAt);
    return state;
  }

  private Map<String, Object> modelState() {
    Map<String, Object> fields = model.state().fields();
    fields.put("kind", about.model());
    return fields;
  }

  private Response again() {
    return person
        .again()
        .map(answer -> Response.json(200, answer))
        .orElseGet(() -> Response.refusal(409, "nothing was said yet"));
  }

  private Response model(Request request) {
    model.set(Json.object(request.body()));
    feed.add("model", model.state().fields());
    return Response.json(200, modelState());
  }

  @Override
  public void close() {
    feed.close();
    line.close();
  }
}
