package dailyreport.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark runs: in this JVM, once and briefly, judged by no figure. */
class SmokeTest {

  @Test
  void everyBenchmarkRunsAndReturnsSamples() throws RunnerException {
    var options =
        new OptionsBuilder()
            .include("^dailyreport\\.benchmarks\\.")
            // The largest file takes seconds to fill.
            .param("rows", "100")
            .forks(0)
            .warmupIterations(0)
            .measurementIterations(1)
            .measurementTime(TimeValue.milliseconds(10))
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();

    Collection<RunResult> results = new Runner(options).run();

    assertThat(results)
        .extracting(SmokeTest::name)
        .containsExactlyInAnyOrder(
            "Backfill.copiedDown",
            "Backfill.sharedTierAlone",
            "Chart.png PHONE_LIGHT",
            "ChartAndPdf.chartAndPdf",
            "Codec.decode 2",
            "Codec.decode 640",
            "Codec.encode 2",
            "Codec.encode 640",
            "Grounding.check",
            "Indicators.analyse",
            "L1ColdOpen.existingFile",
            "L1ColdOpen.newFile",
            "L1Hit.raw 2",
            "L1Hit.raw 640",
            "L1Hit.sqlite 2",
            "L1Hit.sqlite 640",
            "L1HitByBytes.sqlite 120",
            "L1HitByBytes.sqlite 30",
            "L1HitByBytes.sqlite 7",
            "L1HitByRows.sqlite 100",
            "L1HitElsewhere.connectionPerLookUp",
            "L1HitElsewhere.hashMap",
            "L1HitElsewhere.memory",
            "L1HitElsewhere.plainFile",
            "L1Miss.amongOthers",
            "L1Miss.withoutFile",
            "L1Put.replace",
            "L2Commit.s3",
            "L2Hit.bareGet",
            "L2Hit.bareGetAndDecode",
            "L2Hit.headThenGet 0",
            "L2Hit.headThenGet 20",
            "L2Hit.headThenGet 60",
            "L2Hit.s3 0",
            "L2Hit.s3 20",
            "L2Hit.s3 60",
            "L2Miss.s3",
            "L2NotModified.bareGet",
            "L2NotModified.s3",
            "Pdf.pdf",
            "SingleFlight.eight 1",
            "SingleFlight.eight 200",
            "SingleFlight.one 1",
            "SingleFlight.one 200",
            "SingleFlight.sixtyFour 1",
            "SingleFlight.sixtyFour 200",
            "Stampede.allAsk 1",
            "Stampede.allAsk 64",
            "Stampede.allAsk 8",
            "TieredGet.local",
            "TieredGet.shared",
            "TieredGet.stale",
            "TtlPolicy.judge",
            "TtlPolicy.mint",
            "WebhookHit.overLoopback",
            "WebhookHit.withoutNetwork");
    assertThat(results)
        .allSatisfy(result -> {
          assertThat(result.getPrimaryResult().getSampleCount()).isPositive();
          assertThat(result.getPrimaryResult().getScore()).isPositive();
        });
  }

  private static String name(RunResult result) {
    var params = result.getParams();
    var name =
        new StringBuilder(
            params.getBenchmark().replaceFirst("^dailyreport\\.benchmarks\\.\\w+\\.", ""));
    for (String key : params.getParamsKeys()) {
      name.append(' ').append(params.getParam(key));
    }
    return name.toString();
  }
}
