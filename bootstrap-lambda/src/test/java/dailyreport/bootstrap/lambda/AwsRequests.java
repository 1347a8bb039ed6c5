package dailyreport.bootstrap.lambda;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static dailyreport.bootstrap.lambda.Requests.bytes;
import static dailyreport.bootstrap.lambda.Requests.text;

import com.github.tomakehurst.wiremock.WireMockServer;
import dailyreport.bootstrap.lambda.Config.Handler;
import dailyreport.bootstrap.lambda.Policy.Need;
import dailyreport.contract.Examples;
import dailyreport.contract.TestClock;
import dailyreport.fakes3.FakeS3;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Both functions, wired, with every request to AWS noted under the function that made it. */
final class AwsRequests implements AutoCloseable {
  private static final String SECRET = "dailyreport/keys";
  private static final List<String> ENDPOINTS =
      List.of("aws.endpointUrlSqs", "aws.endpointUrlSecretsManager");

  final StubWorld world = new StubWorld();
  final FakeS3 s3 = FakeS3.start();
  final TestClock clock = TestClock.atNow();

  /** It answers nothing, so that a call is paid for and the template writes. */
  private final WireMockServer model =
      new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

  private final Path dir;
  private final Map<Handler, RuntimeLoop.Function> functions = new EnumMap<>(Handler.class);
  private final Map<Handler, Set<Need>> needs = new EnumMap<>(Handler.class);
  private int sent;
  private int asked;

  AwsRequests(Path dir) {
    this.dir = dir;
    model.start();
    model.stubFor(any(anyUrl()).willReturn(serverError()));
    ENDPOINTS.forEach(name -> System.setProperty(name, "http://" + world.host()));
    world.secret(
        Map.of(
            "LINE_CHANNEL_SECRET",
            Requests.CHANNEL_SECRET.value(),
            "LINE_CHANNEL_ACCESS_TOKEN",
            "token",
            "OPENAI_API_KEY",
            "key",
            "TWELVEDATA_API_KEY",
            "key"));
    world.twelveData(prices());
  }

  /** What that function has needed so far. */
  Set<Need> needs(Handler handler) {
    return needs.getOrDefault(handler, Set.of());
  }

  /** Has a function answer an event; it is started when it is asked for the first time. */
  String invoke(Handler handler, byte[] event) {
    try {
      long limit = clock.instant().plus(Duration.ofSeconds(120)).toEpochMilli();
      var function = functions.computeIfAbsent(handler, this::started);
      return text(world.invoke(function, event, limit));
    } catch (Exception e) {
      throw new IllegalStateException(handler.name(), e);
    } finally {
      noted(handler);
    }
  }

  /** Hands the newest job of the queue to the worker, as that message. */
  String worksOffTheNewestJob(String messageId) {
    return worksOff(messageId, world.jobs().getFirst());
  }

  /** Hands something to the worker, as that message of the queue. */
  String worksOff(String messageId, String body) {
    return invoke(
        Handler.WORKER,
        bytes(
            "{\"Records\":[{\"messageId\":\"%s\",\"attributes\":{\"SentTimestamp\":\"%d\",\"ApproximateReceiveCount\":\"1\"},\"body\":\"%s\"}]}"
                .formatted(
                    messageId,
                    clock.instant().toEpochMilli(),
                    body.replace("\\", "\\\\").replace("\"", "\\\""))));
  }

  private RuntimeLoop.Function started(Handler handler) {
    String name = handler.name().toLowerCase(Locale.ROOT);
    var env = new HashMap<String, String>();
    env.put("_HANDLER", name);
    env.put("SECRET_NAME", SECRET);
    env.put("PDF_BUCKET_NAME", FakeS3.BUCKET);
    env.put("JOB_QUEUE_URL", queue(StubWorld.JOBS));
    env.put("DEAD_LETTER_QUEUE_URL", queue(StubWorld.DEAD_LETTERS));
    env.put("AWS_ENDPOINT_URL_S3", s3.endpoint().toString());
    env.put("AWS_REGION", "ap-southeast-1");
    env.put("LINE_API_BASE_URL", "http://" + world.host());
    env.put("YAHOO_BASE_URL", "http://" + world.host());
    env.put("TWELVEDATA_BASE_URL", "http://" + world.host());
    env.put("OPENAI_BASE_URL", "http://127.0.0.1:" + model.port());
    env.put("CACHE_TTL_HOURS", "1");
    env.put("TMPDIR", dir.resolve(name).toString());
    return Main.function(Config.from(env), clock, _ -> {});
  }

  private String queue(String path) {
    return "http://" + world.host() + path;
  }

  private void noted(Handler handler) {
    Set<Need> seen = needs.computeIfAbsent(handler, _ -> new LinkedHashSet<>());
    List<String> answers = s3.answers();
    answers.subList(sent, answers.size()).forEach(answer -> seen.addAll(Need.of(answer)));
    sent = answers.size();
    List<StubWorld.AwsCall> calls = world.awsCalls();
    calls.subList(asked, calls.size()).forEach(call -> seen.add(need(call)));
    asked = calls.size();
  }

  /** Another queue or secret than the configured one is a resource that no policy names. */
  private Need need(StubWorld.AwsCall call) {
    return switch (call.service()) {
      case "AmazonSQS" -> Need.on("sqs:" + call.action(), resource(call.field("QueueUrl")));
      case "secretsmanager" ->
          Need.on(
              "secretsmanager:" + call.action(),
              call.field("SecretId").equals(SECRET) ? "${secret}" : "another secret");
      default -> throw new IllegalArgumentException("another service: " + call.service());
    };
  }

  private String resource(String queueUrl) {
    if (queueUrl.equals(queue(StubWorld.JOBS))) {
      return "${queue}";
    }
    return queueUrl.equals(queue(StubWorld.DEAD_LETTERS)) ? "${dead_letters}" : "another queue";
  }

  /** In Twelve Data's shape: Yahoo, asked at the same address, has none. */
  private static String prices() {
    return Examples.history(Examples.DBS, 300, 50, 7).bars().stream()
        .map(bar ->
            "{\"datetime\":\"%s\",\"open\":\"%.4f\",\"high\":\"%.4f\",\"low\":\"%.4f\",\"close\":\"%.4f\",\"volume\":\"%d\"}"
                .formatted(
                    bar.session(), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume()))
        .collect(
            Collectors.joining(
                ",",
                "{\"meta\":{\"symbol\":\"D05\",\"currency\":\"SGD\",\"exchange_timezone\":\"Asia/Singapore\"},\"values\":[",
                "],\"status\":\"ok\"}"));
  }

  @Override
  public void close() {
    ENDPOINTS.forEach(System::clearProperty);
    model.stop();
    s3.close();
    world.close();
  }
}
