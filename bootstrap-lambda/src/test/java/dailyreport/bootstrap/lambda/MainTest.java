package dailyreport.bootstrap.lambda;

import static dailyreport.bootstrap.lambda.Requests.bytes;
import static dailyreport.bootstrap.lambda.Requests.text;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.adapters.json.JacksonEventCodec;
import dailyreport.adapters.json.JacksonReportCodec;
import dailyreport.adapters.s3.S3Tier;
import dailyreport.application.TickerDirectory;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Secret;
import dailyreport.application.port.SharedCache.Commit;
import dailyreport.application.port.Tags;
import dailyreport.contract.Examples;
import dailyreport.contract.RecordingEventLog;
import dailyreport.contract.TestClock;
import dailyreport.fakes3.FakeS3;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wired product against stand-ins of everything beyond the process. */
class MainTest {
  private static final Pattern PDF = Pattern.compile("/r/pdf/DBS19/2025-11-11/[A-Za-z0-9_-]{43}");
  private static final List<String> ENDPOINTS =
      List.of("aws.endpointUrlSqs", "aws.endpointUrlSecretsManager");

  @TempDir Path dir;
  private final StubWorld world = new StubWorld();
  private final FakeS3 s3 = FakeS3.start();
  private final TestClock clock = TestClock.atNow();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  @BeforeEach
  void theSdkFindsTheStandIns() {
    ENDPOINTS.forEach(name -> System.setProperty(name, "http://" + world.host()));
    world.secret(
        Map.of(
            "LINE_CHANNEL_SECRET",
            Requests.CHANNEL_SECRET.value(),
            "LINE_CHANNEL_ACCESS_TOKEN",
            "canary-token"));
  }

  @AfterEach
  void stop() {
    ENDPOINTS.forEach(System::clearProperty);
    s3.close();
    world.close();
  }

  private Map<String, String> env(String handler) {
    var env = new HashMap<String, String>();
    env.put("_HANDLER", handler);
    env.put("SECRET_NAME", "dailyreport/keys");
    env.put("PDF_BUCKET_NAME", FakeS3.BUCKET);
    env.put("JOB_QUEUE_URL", "http://" + world.host() + StubWorld.JOBS);
    env.put("DEAD_LETTER_QUEUE_URL", "http://" + world.host() + StubWorld.DEAD_LETTERS);
    env.put("AWS_ENDPOINT_URL_S3", s3.endpoint().toString());
    env.put("AWS_REGION", "ap-southeast-1");
    env.put("LINE_API_BASE_URL", "http://" + world.host());
    env.put("TMPDIR", dir.resolve(handler).toString());
    return env;
  }

  private RuntimeLoop.Function function(Map<String, String> env) {
    return Main.function(
        Config.from(env),
        clock,
        new EmfEventLog(out, JacksonEventCodec.open(), "dailyreport", clock));
  }

  private String invoke(RuntimeLoop.Function function, byte[] event, Duration limit)
      throws Exception {
    return text(world.invoke(function, event, clock.instant().plus(limit).toEpochMilli()));
  }

  @Test
  void aJobIsAnsweredFromTheBucketAndTheLinkInTheAnswerOpens() throws Exception {
    reportInTheBucket();
    var worker = function(env("worker"));
    assertThat(invoke(worker, answerJob(), Duration.ofSeconds(120)))
        .isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(world.bodies(StubWorld.REPLY)).hasSize(1);
    assertThat(s3.keys()).contains("dedup/E1");
    String reply = text(world.bodies(StubWorld.REPLY).getFirst());
    assertThat(reply).contains("canary-reply", "https://x.lambda-url.example/r/chart/");
    var link = PDF.matcher(reply);
    assertThat(link.find()).isTrue();

    var webhook = function(env("webhook"));
    var limit = Duration.ofSeconds(5);
    var opened =
        Envelope.fields(bytes(invoke(webhook, Requests.request("GET", link.group()), limit)));
    assertThat(opened).containsEntry("statusCode", "302");
    assertThat(opened.get("headers/Location")).startsWith(s3.endpoint() + "/" + FakeS3.BUCKET);

    s3.forgetRequests();
    String tampered = link.group().replace("-11-11", "-11-10");
    assertThat(invoke(webhook, Requests.request("GET", tampered), limit))
        .startsWith("{\"statusCode\":404,");
    String forged = Requests.body(Requests.typed("E2", "dbs19", Duration.ZERO));
    assertThat(invoke(webhook, Requests.post(forged, List.of("test_signature")), limit))
        .startsWith("{\"statusCode\":403,");
    assertThat(s3.requests()).isEmpty();
    assertThat(world.bodies(StubWorld.REPLY)).hasSize(1);

    assertThat(events())
        .hasAtLeastOneElementOfType(AppEvent.CacheHit.class)
        .hasAtLeastOneElementOfType(AppEvent.ReportServed.class)
        .contains(new AppEvent.WebhookRejected("signature"));
    assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("canary");
  }

  @Test
  void whereYahooFailsTheSecondSourceMakesTheReportUnderItsOwnName() throws Exception {
    world.secret(
        Map.of(
            "LINE_CHANNEL_SECRET",
            Requests.CHANNEL_SECRET.value(),
            "LINE_CHANNEL_ACCESS_TOKEN",
            "canary-token",
            "TWELVEDATA_API_KEY",
            "canary-prices"));
    world.twelveData(barsUpTo(LocalDate.of(2026, 12, 7)));
    clock.set(Instant.parse("2026-12-07T11:00:00Z"));
    var env = env("worker");
    env.put("YAHOO_BASE_URL", "http://" + world.host());
    env.put("TWELVEDATA_BASE_URL", "http://" + world.host());
    var job =
        text(answerJob())
            .replace("2025-11-11", "2026-12-07")
            .replaceAll("[0-9]{13}", Long.toString(clock.instant().toEpochMilli()));

    assertThat(invoke(function(env), bytes(job), Duration.ofSeconds(120)))
        .isEqualTo("{\"batchItemFailures\":[]}");

    assertThat(world.count("/v8/finance/chart/D05.SI")).isEqualTo(2);
    assertThat(world.count("/time_series")).isEqualTo(1);
    assertThat(text(world.bodies(StubWorld.REPLY).getFirst()))
        .contains("DBS19", "DBS Group Holdings", "Twelve Data")
        .doesNotContain("Yahoo");
    assertThat(events())
        .contains(new AppEvent.HolidayFileEnds("HOSE", 55))
        .filteredOn(AppEvent.HolidayFileEnds.class::isInstance)
        .hasSize(1);
    assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("canary");
  }

  @Test
  void aScheduleFillsTheQueue() throws Exception {
    var worker = function(env("worker"));
    var event = bytes("{\"v\":\"1\",\"event\":\"prewarm\",\"group\":\"us\"}");
    int queued = ExchangeGroup.US.tickers(TickerDirectory.bundled()).size();
    assertThat(invoke(worker, event, Duration.ofSeconds(120)))
        .contains("\"queued\":" + queued + ",\"alreadyFresh\":0,\"leftOut\":[]");
    assertThat(world.jobs())
        .hasSize(queued)
        .allSatisfy(job -> assertThat(job).contains("\"kind\":\"refresh\""));
  }

  @Test
  void aJobThatNobodyCanDoBecomesALetterWithoutAnythingOfThePerson() throws Exception {
    String newer = text(answerJob()).replace("\\\"v\\\":\\\"1\\\"", "\\\"v\\\":\\\"2\\\"");
    String third = text(answerJob()).replace("Count\":\"1\"", "Count\":\"3\"");
    var worker = function(env("worker"));
    for (String event : List.of(newer, third)) {
      assertThat(invoke(worker, bytes(event), Duration.ofSeconds(120)))
          .isEqualTo("{\"batchItemFailures\":[]}");
    }
    assertThat(world.deadLetters())
        .containsExactly(
            "{\"v\":\"1\",\"jobId\":\"m-1\",\"kind\":\"answer\",\"ticker\":\"DBS19\","
                + "\"session\":\"2025-11-11\",\"reason\":\"unfinished\","
                + "\"at\":\"2025-11-11T11:00:00Z\"}",
            "{\"v\":\"1\",\"jobId\":\"m-1\",\"kind\":\"unknown\",\"reason\":\"malformed\","
                + "\"at\":\"2025-11-11T11:00:00Z\"}");
    assertThat(world.jobs()).isEmpty();
    assertThat(world.bodies(StubWorld.REPLY)).isEmpty();
    assertThat(s3.keys()).as("claims and leases").isEmpty();
    assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("canary");
  }

  @Test
  void aStartWithWrongSettingsNamesThemAll() throws Exception {
    Main.run(new RuntimeLoop(world.host()), false, Map.of("CACHE_BACKEND", "canary"), clock, out);
    assertThat(world.initErrors())
        .singleElement()
        .asString()
        .startsWith("{\"errorType\":\"InputException\",\"errorMessage\":\"_HANDLER: expected")
        .contains("CACHE_BACKEND", "PDF_BUCKET_NAME", "JOB_QUEUE_URL", "DEAD_LETTER_QUEUE_URL")
        .doesNotContain("canary");
  }

  @Test
  void aStartWithoutAUsableSecretNamesTheField() throws Exception {
    world.secret(Map.of("LINE_CHANNEL_SECRET", "canary"));
    for (String handler : List.of("webhook", "worker")) {
      Main.run(new RuntimeLoop(world.host()), false, env(handler), clock, out);
    }
    assertThat(world.initErrors())
        .hasSize(2)
        .allSatisfy(error ->
            assertThat(error)
                .contains("dailyreport/keys: LINE_CHANNEL_ACCESS_TOKEN is missing")
                .doesNotContain("canary"));
  }

  /** The example's bars in Twelve Data's shape, moved to end on that day. */
  private static String barsUpTo(LocalDate last) {
    long days = ChronoUnit.DAYS.between(Examples.SESSION, last);
    return Examples.history(Examples.DBS, 300, 50, 7).bars().stream()
        .map(bar ->
            "{\"datetime\":\"%s\",\"open\":\"%.4f\",\"high\":\"%.4f\",\"low\":\"%.4f\",\"close\":\"%.4f\",\"volume\":\"%d\"}"
                .formatted(
                    bar.session().plusDays(days),
                    bar.open(),
                    bar.high(),
                    bar.low(),
                    bar.close(),
                    bar.volume()))
        .collect(
            Collectors.joining(
                ",",
                "{\"meta\":{\"symbol\":\"D05\",\"currency\":\"SGD\",\"exchange_timezone\":\"Asia/Singapore\"},\"values\":[",
                "],\"status\":\"ok\"}"));
  }

  private List<AppEvent> events() {
    var codec = JacksonEventCodec.open();
    return printed
        .toString(StandardCharsets.UTF_8)
        .lines()
        .map(codec::decode)
        .map(Optional::orElseThrow)
        .map(JacksonEventCodec.Line::event)
        .toList();
  }

  private void reportInTheBucket() {
    try (var tier =
        S3Tier.openAt(
            s3.endpoint(),
            "ap-southeast-1",
            FakeS3.BUCKET,
            "id",
            new Secret("key"),
            JacksonReportCodec.open(),
            clock,
            new RecordingEventLog())) {
      assertThat(
              tier.sharedCache()
                  .commit(
                      Examples.bundle(Examples.NOW, "1"),
                      Tags.none(),
                      Deadline.in(Duration.ofSeconds(30), Examples.NOW)))
          .isInstanceOf(Commit.Committed.class);
    }
  }

  /** A message of the queue as the adapter writes it. */
  private static byte[] answerJob() {
    String job =
        """
        {"v":"1","delaySeconds":0,"ticker":"DBS19","session":"2025-11-11","kind":"answer",\
        "incoming":{"eventId":"E1","time":"2025-11-11T10:59:59Z","chatKind":"USER",\
        "chatId":"canary-chat","userId":"canary-user","replyToken":"canary-reply",\
        "linkBase":"https://x.lambda-url.example",\
        "said":{"kind":"text","text":"canary dbs19","mentionsUs":false}}}\
        """;
    return bytes(
        "{\"Records\":[{\"messageId\":\"m-1\",\"attributes\":{\"SentTimestamp\":\"%d\",\"ApproximateReceiveCount\":\"1\"},\"body\":\"%s\"}]}"
            .formatted(Examples.NOW.toEpochMilli(), job.replace("\"", "\\\"")));
  }
}
