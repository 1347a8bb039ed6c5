package dailyreport.bootstrap.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dailyreport.contract.Examples;
import dailyreport.domain.market.Bar;
import dailyreport.fakes3.FakeS3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Crowds in several processes that share nothing but a bucket ask for one report at once. The
 * model's answer is held back until all processes have asked, so no run is saved by a quick one.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StormProcessTest {
  private static final List<String> PROCESSES = List.of("one", "two", "three");
  private static final int PEOPLE = 100;
  private static final String RECORD = "cache/reports/DBS19/2025-11-11/report.json";
  private static final String LEASE = "cache/leases/DBS19/2025-11-11";

  /** A run's 105 s and the 30 s for which its lease outlives it, and a little. */
  private static final Duration LEASE_LIFE = Duration.ofSeconds(140);

  @TempDir Path dir;
  private final List<StormChild> children = new ArrayList<>();
  private FakeS3 s3;
  private ModelStub model;
  private Path prices;

  @BeforeEach
  void aBucketAModelAndPrices() throws IOException {
    s3 = FakeS3.start();
    model = ModelStub.start();
    prices = dir.resolve("prices.csv");
    Files.writeString(
        prices,
        Examples.history(Examples.DBS, 300, 50, 7).bars().stream()
            .map(StormProcessTest::row)
            .collect(Collectors.joining("\n", "Date,Open,High,Low,Close,Volume\n", "\n")));
  }

  @AfterEach
  void nobodyIsLeft() {
    children.forEach(StormChild::close);
    model.close();
    s3.close();
  }

  private static String row(Bar bar) {
    return "%s,%s,%s,%s,%s,%d"
        .formatted(bar.session(), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
  }

  private void start(Map<String, String> settings) throws IOException {
    for (String name : PROCESSES) {
      var all =
          new HashMap<>(
              Map.of(
                  "DAILYREPORT_HOME",
                  dir.resolve(name).toString(),
                  "PDF_BUCKET_NAME",
                  FakeS3.BUCKET,
                  "AWS_ENDPOINT_URL_S3",
                  s3.endpoint().toString(),
                  "AWS_REGION",
                  "ap-southeast-1",
                  "AWS_ACCESS_KEY_ID",
                  "test",
                  "AWS_SECRET_ACCESS_KEY",
                  "test-secret",
                  "OPENAI_API_KEY",
                  "sk-test",
                  "OPENAI_BASE_URL",
                  model.address(name)));
      all.putAll(settings);
      children.add(
          new StormChild(name, dir, all, "DBS19", prices.toString(), Integer.toString(PEOPLE)));
    }
    children.forEach(StormChild::ready);
  }

  private StormChild child(String name) {
    return children.stream().filter(child -> child.name().equals(name)).findFirst().orElseThrow();
  }

  private List<StormChild> survivors(String dead) {
    return children.stream().filter(child -> !child.name().equals(dead)).toList();
  }

  private static List<String> answers(List<StormChild> of) {
    return of.stream().flatMap(child -> child.answers(PEOPLE).stream()).toList();
  }

  private String told() {
    return children.stream().map(StormChild::told).collect(Collectors.joining());
  }

  /** Opens when the two other processes have found the lease taken. */
  private CountDownLatch othersAtTheLease() {
    var latch = new CountDownLatch(PROCESSES.size() - 1);
    s3.beforeEach(request -> {
      if (request.equals("GET " + LEASE)) {
        latch.countDown();
      }
    });
    return latch;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void threeHundredPeopleInThreeProcessesCostOneModelCall() throws Exception {
    CountDownLatch others = othersAtTheLease();
    model.beforeAnswer(_ -> {
      if (model.callers().size() > 1) {
        others.countDown(); // one who does not wait at the lease is not waited for
      }
      await(others);
    });
    start(Map.of());

    children.forEach(StormChild::go);
    List<String> answers = answers(children);

    assertThat(model.callers()).as(this::told).hasSize(1);
    assertThat(answers).hasSize(300).first().asString().startsWith("answer MODEL ");
    assertThat(answers.stream().distinct()).as(this::told).hasSize(1);
    assertThat(s3.count("PUT " + RECORD)).isEqualTo(1);
    assertThat(s3.keys()).contains(RECORD).noneMatch(key -> key.startsWith("cache/leases/"));
  }

  /** What the leases are for: this is the storm above without them. */
  @Test
  void withoutLeasesEveryProcessPaysForItself() throws Exception {
    var all = new CountDownLatch(PROCESSES.size());
    model.beforeAnswer(_ -> {
      all.countDown();
      await(all);
    });
    start(Map.of("CACHE_BACKEND", "sqlite"));

    children.forEach(StormChild::go);
    List<String> answers = answers(children);

    assertThat(model.callers()).containsExactlyInAnyOrderElementsOf(PROCESSES);
    assertThat(answers).hasSize(300);
    assertThat(answers.stream().distinct()).hasSize(3);
  }

  @Test
  void aLeaderThatIsKilledHalfWayCostsOneMoreModelCallAndNobodyElseAnAnswer() throws Exception {
    CountDownLatch others = othersAtTheLease();
    var leader = new CompletableFuture<String>();
    var timePassed = new CountDownLatch(1);
    model.beforeAnswer(caller -> {
      if (leader.complete(caller)) {
        await(new CountDownLatch(1)); // the first call is never answered
      }
      await(timePassed);
    });
    start(Map.of());

    children.forEach(StormChild::go);
    String first = leader.get(60, TimeUnit.SECONDS);
    await(others);
    child(first).kill();
    assertThat(s3.object(LEASE)).as("the lease of the dead").isPresent();
    List<StormChild> survivors = survivors(first);
    survivors.forEach(child -> child.advance(LEASE_LIFE));
    timePassed.countDown();
    List<String> answers = answers(survivors);

    assertThat(model.callers()).as(this::told).hasSize(2).startsWith(first);
    assertThat(answers).hasSize(200).first().asString().startsWith("answer MODEL ");
    assertThat(answers.stream().distinct()).as(this::told).hasSize(1);
    assertThat(s3.count("PUT " + RECORD)).isEqualTo(1);
    assertThat(s3.keys()).contains(RECORD).noneMatch(key -> key.startsWith("cache/leases/"));
  }

  /** The folder's lease ends with its process, so the others need not wait for its time. */
  @Test
  void afterCtrlCTheNextQuestionIsAnsweredAlthoughTheLeaseHasNotRunOut() throws Exception {
    var leader = new CompletableFuture<String>();
    var interrupted = new CountDownLatch(1);
    model.beforeAnswer(caller -> {
      leader.complete(caller);
      await(interrupted);
    });
    Path home = dir.resolve("shared-home");
    start(Map.of("PDF_BUCKET_NAME", "", "DAILYREPORT_HOME", home.toString()));

    children.forEach(StormChild::go);
    String first = leader.get(60, TimeUnit.SECONDS);
    List<StormChild> survivors = survivors(first);
    survivors.forEach(StormChild::waits);
    assumeTrue(child(first).interrupt(), "processes started here take no notice of Ctrl-C");
    assertThat(home.resolve("shared").resolve(LEASE)).as("the lease of the dead").exists();
    // Patience ends and they ask again; the lease would run for half a minute more.
    survivors.forEach(child -> child.advance(Duration.ofSeconds(106)));
    interrupted.countDown();
    List<String> answers = answers(survivors);

    assertThat(model.callers()).as(this::told).hasSize(2).startsWith(first);
    assertThat(answers).hasSize(200).first().asString().startsWith("answer MODEL ");
    assertThat(answers.stream().distinct()).as(this::told).hasSize(1);
    assertThat(home.resolve("shared").resolve(RECORD)).exists();
    assertThat(home.resolve("shared").resolve(LEASE)).doesNotExist();
  }
}
