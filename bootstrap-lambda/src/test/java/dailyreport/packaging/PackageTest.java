package dailyreport.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dailyreport.fakes3.Disruption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real zip, unpacked, its {@code bootstrap} run as Lambda runs it. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PackageTest {
  private static final Duration LIMIT = Filled.WEBHOOK_LIMIT;

  @TempDir static Path work;
  private static Path root;
  private static Filled filled;
  private StandIns world;

  @BeforeAll
  static void unpackTheZipAndHaveItMakeAReport() throws Exception {
    Optional<Path> zip =
        Optional.ofNullable(System.getProperty("dailyreport.package")).map(Path::of);
    assumeTrue(zip.filter(Files::exists).isPresent(), "no package: ./bot package --test makes it");
    root = Files.createDirectories(work.resolve("task"));
    Archive.unpack(zip.orElseThrow(), root);
    filled = Filled.by(root, work);
  }

  @BeforeEach
  void start() throws IOException {
    world = new StandIns();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private Filled.Run webhook() throws IOException {
    return new Filled.Run(world, root, "webhook", work);
  }

  @Test
  void aMissBecomesAJobAndTheWorkerMakesTheReportAndReplies() {
    assertThat(filled.miss().kind()).isEqualTo("response");
    assertThat(Wire.fields(filled.miss().body())).containsEntry("statusCode", "200");
    assertThat(filled.job()).contains("\"kind\":\"answer\"", "\"ticker\":\"DBS19\"");
    assertThat(filled.done().body()).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(filled.modelCalls()).isEqualTo(1);
    assertThat(filled.bucket().keySet())
        .anyMatch(key -> key.matches("cache/reports/DBS19/[0-9-]{10}/report.json"))
        .anyMatch(key -> key.matches("reports/.*\\.pdf"))
        .anyMatch(key -> key.startsWith("dedup/again-"));
    assertThat(filled.reply()).contains("canary-reply-again-", "/r/pdf/DBS19/", "/r/chart/DBS19/");
  }

  @Test
  void aHitIsRepliedAfterOneGetOfTheReportAndItsLinkOpens() throws Exception {
    filled.into(world);
    try (var run = webhook()) {
      world.untilReplied(id -> {
        var result = run.answer(Events.typed(id, "dbs19"), LIMIT);
        assertThat(result.kind()).isEqualTo("response");
        assertThat(Wire.fields(result.body())).containsEntry("statusCode", "200");
      });
      assertThat(world.replies()).singleElement().asString().contains("canary-reply-again");
      assertThat(world.s3.count("GET cache/reports/")).isEqualTo(1);
      assertThat(world.s3.requests()).noneMatch(request -> request.startsWith("PUT"));

      run.answer(Events.typed("P2", "dbs19"), LIMIT);
      assertThat(world.replies()).hasSize(2);
      assertThat(world.s3.count("GET cache/reports/")).as("the second from SQLite").isEqualTo(1);

      String link = Training.found(Training.LINK, world.replies().getFirst());
      var opened = Wire.fields(run.answer(Events.opened(link), LIMIT).body());
      assertThat(opened).containsEntry("statusCode", "302");
      String address = Objects.requireNonNull(opened.get("headers/Location"));
      assertThat(address).startsWith(world.s3.endpoint().toString());
      assertThat(Browser.fetched(address)).startsWith("200 %PDF-");
      assertThat(Browser.fetched(address.replaceFirst("X-Amz-Expires=[0-9]+", "X-Amz-Expires=901")))
          .startsWith("403 ");
      assertThat(Browser.fetched(address.replaceFirst("\\?.*", ""))).startsWith("403 ");
    }
  }

  @Test
  void aBucketThatRefusesTheKeysIsSurvivedAndThePersonGetsAReportWithoutLinks() throws Exception {
    filled.into(world);
    List<String> before = world.s3.keys();
    Filled.Run webhook = withAnotherSecret("webhook");
    world.untilQueued(id -> webhook.answer(Events.typed(id, "dbs19"), LIMIT));
    assertThat(world.replies()).isEmpty();
    assertThat(webhook.end()).noneMatch(line -> line.contains("canary"));
    Filled.Run worker = withAnotherSecret("worker");
    String job = world.jobs().getFirst();
    world.untilReplied(_ -> worker.answer(Events.delivered("m-3", job), Filled.WORKER_LIMIT));
    assertThat(world.replies())
        .singleElement()
        .asString()
        .contains("DBS19 · Example Holdings", "เรื่องราวของหุ้นตัวนี้")
        .doesNotContain("/r/pdf/", "/r/chart/");
    assertThat(worker.end())
        .anyMatch(line -> line.contains("\"name\":\"cache.error\"") && line.contains("permission"))
        .noneMatch(line -> line.contains("canary"));
    assertThat(world.s3.answers()).isNotEmpty().allMatch(answer -> answer.endsWith(" 403"));
    assertThat(world.s3.keys()).isEqualTo(before);
  }

  private Filled.Run withAnotherSecret(String handler) throws IOException {
    var env = world.environment(handler, Filled.Run.temporary(work));
    env.put("AWS_SECRET_ACCESS_KEY", "canary-of-another-bucket");
    return new Filled.Run(world, root, env, work);
  }

  @Test
  void aForgedEventIsRefusedAndCausesNothing() throws Exception {
    try (var run = webhook()) {
      var result = run.answer(Events.forged("P1", "dbs19"), LIMIT);
      assertThat(Wire.fields(result.body())).containsEntry("statusCode", "403");
    }
    assertThat(world.s3.requests()).isEmpty();
    assertThat(world.replies()).isEmpty();
    assertThat(world.jobs()).isEmpty();
  }

  @Test
  void aStartWithoutItsSettingsNamesTheVariableAndEnds() throws Exception {
    var env = world.environment("webhook", Filled.Run.temporary(work));
    env.remove("PDF_BUCKET_NAME");
    env.put("CACHE_BACKEND", "canary");
    try (var run = new Filled.Run(world, root, env, work)) {
      var error = run.child().await(world.runtime.initError(), LIMIT);
      assertThat(error.body())
          .contains("InputException", "PDF_BUCKET_NAME", "CACHE_BACKEND")
          .doesNotContain("canary");
      assertThat(run.child().exit()).isEqualTo(1);
      assertThat(run.child().lines()).isEmpty();
      assertThat(run.child().err()).contains("PDF_BUCKET_NAME").doesNotContain("canary");
    }
  }

  @Test
  void aBucketThatDoesNotAnswerCostsTheJobButNotTheDeadline() throws Exception {
    filled.into(world);
    world.s3.disruptAll("GET .*", new Disruption.Hang());
    try (var run = webhook()) {
      world.untilQueued(id -> {
        var result = run.answer(Events.typed(id, "dbs19"), Duration.ofSeconds(8));
        assertThat(result.left()).isGreaterThan(Duration.ofSeconds(3));
        assertThat(Wire.fields(result.body())).containsEntry("statusCode", "200");
      });
    }
  }

  @Test
  void bothFunctionsRunFromTheModulePathWithTheAotCache() throws Exception {
    for (List<String> lines : List.of(filled.webhook(), filled.worker())) {
      assertThat(Wire.fields(Setup.start(lines)))
          .containsEntry("aot", "yes")
          .containsEntry("module", "dailyreport.bootstrap.lambda");
    }
    assertThat(Wire.fields(Setup.start(filled.webhook()))).containsEntry("function", "webhook");
    assertThat(Wire.fields(Setup.start(filled.worker()))).containsEntry("function", "worker");
  }

  @Test
  void withAJarOfAnotherTimeTheCacheIsOfNoUseButThePackageWorks() throws Exception {
    filled.into(world);
    Path jar =
        Archive.below(root.resolve("lib")).stream()
            .filter(file -> file.getFileName().toString().startsWith("domain-"))
            .findFirst()
            .orElseThrow();
    FileTime time = Files.getLastModifiedTime(jar);
    Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2026-01-01T00:00:02Z")));
    try (var run = webhook()) {
      world.untilReplied(id -> run.answer(Events.typed(id, "dbs19"), LIMIT));
      assertThat(Wire.fields(Setup.start(run.end()))).containsEntry("aot", "no");
    } finally {
      Files.setLastModifiedTime(jar, time);
    }
  }

  @Test
  void everyLineOnStandardOutputIsOneJsonObjectAndNoLineHoldsASecret() throws Exception {
    try (var run = webhook()) {
      run.answer(Events.typed("P1", "canary words"), LIMIT);
      run.answer(Events.forged("P2", "canary words"), LIMIT);
      run.answer("{\"canary\":", LIMIT);
      assertThat(run.end())
          .isNotEmpty()
          .allSatisfy(line -> assertThat(Wire.fields(line)).isNotEmpty())
          .noneMatch(line -> line.contains("canary"));
      assertThat(run.child().err()).contains("InputException").doesNotContain("canary");
    }
    for (List<String> lines : List.of(filled.webhook(), filled.worker())) {
      assertThat(lines)
          .hasSizeGreaterThan(2)
          .allSatisfy(line -> assertThat(Wire.fields(line)).isNotEmpty())
          .noneMatch(line -> line.contains("canary"));
    }
  }

  @Test
  void aHitLoadsNoClassOfWhatOnlyAReportNeedsAndOnlyAMissLoadsTheQueue() throws Exception {
    var needless =
        List.of(
            "com.openai.",
            "java.awt.",
            "org.jfree.",
            "org.openpdf.",
            "org.ta4j.",
            "dailyreport.adapters.openai.",
            "dailyreport.adapters.rendering.",
            "dailyreport.adapters.ta4j.",
            "dailyreport.adapters.yahoo.");
    String queue = "software.amazon.awssdk.services.sqs.";

    var classes = new LoadedClasses(world, root, work);
    var onMiss = new ArrayList<String>();
    world.untilQueued(id -> classes.load(onMiss, "webhook", Events.typed(id, "dbs19")));
    assertThat(onMiss).anyMatch(name -> name.startsWith(queue));
    assertThat(onMiss).noneMatch(name -> needless.stream().anyMatch(name::startsWith));

    var onWork = new ArrayList<String>();
    String job = world.jobs().getFirst();
    world.untilReplied(_ -> classes.load(onWork, "worker", Events.delivered("m-2", job)));
    assertThat(needless)
        .as("every name is one that a report does need")
        .allMatch(start -> onWork.stream().anyMatch(name -> name.startsWith(start)));

    // The worker has left its report in the bucket.
    var onHit = new ArrayList<String>();
    world.untilReplied(id -> classes.load(onHit, "webhook", Events.typed(id, "dbs19")));
    assertThat(onHit)
        .contains("dailyreport.bootstrap.lambda.WebhookFunction")
        .anyMatch(name -> name.startsWith("software.amazon.awssdk.services.s3."))
        .noneMatch(name -> name.startsWith(queue))
        .noneMatch(name -> needless.stream().anyMatch(name::startsWith));
  }
}
