package dailyreport.bootstrap.local;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dailyreport.contract.Examples;
import dailyreport.domain.market.Bar;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./bot} on live prices and a model, both played by one stand-in. */
class LiveProcessTest {
  private static final ZoneId SINGAPORE = ZoneId.of("Asia/Singapore");

  /** The newest bars end on this day, whatever day it is: the newest session is then theirs. */
  private static final String NEWEST = "11 พ.ย. 2568";

  @RegisterExtension
  static final WireMockExtension WEB =
      WireMockExtension.newInstance()
          .options(options().dynamicPort().bindAddress("127.0.0.1"))
          .build();

  @TempDir Path dir;
  private Bot bot;

  @BeforeEach
  void standIns() {
    bot =
        new Bot(dir.resolve("home"))
            .with("YAHOO_BASE_URL", WEB.baseUrl())
            .with("OPENAI_BASE_URL", WEB.baseUrl() + "/v1")
            .with("OPENAI_API_KEY", "sk-canary");
    WEB.stubFor(get(urlPathMatching("/v8/finance/chart/.*")).willReturn(okJson(chart())));
    WEB.stubFor(get(urlPathEqualTo("/v1/finance/search")).willReturn(okJson("{\"news\":[]}")));
    WEB.stubFor(get(urlPathEqualTo("/")).willReturn(notFound()));
  }

  @Test
  void aModelsTextIsPaidForOnceAndThenComesFromTheCache() throws Exception {
    WEB.stubFor(post(urlPathEqualTo("/v1/responses")).willReturn(okJson(ModelStub.answer())));
    var first = bot.run("report", "dbs");
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.lines())
        .contains(
            "source: generated",
            "แรงซื้อขายยังสมดุล นักลงทุนติดตามผลประกอบการของบริษัทอย่างใกล้ชิด");
    assertThat(first.out()).contains(NEWEST, "เนื้อหาบรรยายเขียนโดย AI", "Yahoo Finance");
    assertThat(bot.run("report", "DBS19").lines()).contains("source: sqlite");
    WEB.verify(1, postRequestedFor(urlPathEqualTo("/v1/responses")));
    assertThat(first.out() + first.err()).doesNotContain("canary");
  }

  @Test
  void aModelThatIsDownCostsItsWordsNotTheReport() throws Exception {
    WEB.stubFor(post(urlPathEqualTo("/v1/responses")).willReturn(serverError()));
    var run = bot.run("report", "DBS19");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.lines())
        .contains("source: generated", "ฉบับสรุปตัวเลข (บทวิเคราะห์ยังไม่พร้อม)");
    WEB.verify(2, postRequestedFor(urlPathEqualTo("/v1/responses")));
  }

  @Test
  void aSourceThatIsDownIsSaidInOneLineAndNothingIsPaidFor() throws Exception {
    WEB.stubFor(
        get(urlPathMatching("/v8/finance/chart/.*")).willReturn(aResponse().withStatus(503)));
    var run = bot.run("report", "DBS19");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines().filter(line -> line.startsWith("bot: ")))
        .singleElement()
        .asString()
        .contains("D05.SI", "503");
    WEB.verify(2, getRequestedFor(urlPathMatching("/v8/finance/chart/.*")));
    WEB.verify(0, postRequestedFor(urlPathEqualTo("/v1/responses")));
  }

  @Test
  void whereYahooFailsTheSecondSourceAnswersUnderItsOwnName() throws Exception {
    WEB.stubFor(
        get(urlPathMatching("/v8/finance/chart/.*")).willReturn(aResponse().withStatus(503)));
    WEB.stubFor(get(urlPathEqualTo("/time_series")).willReturn(okJson(timeSeries())));
    var run = withBackup().run("report", "DBS19");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.lines())
        .contains("DBS19 · DBS Group Holdings (D05.SI, SGX)", "source: generated");
    assertThat(run.out()).contains(NEWEST, "ที่มา: Twelve Data").doesNotContain("Yahoo");
    assertThat(run.out() + run.err()).doesNotContain("canary");
  }

  @Test
  void whenBothSourcesFailEachWasAskedAsOftenAsItMayBe() throws Exception {
    WEB.stubFor(
        get(urlPathMatching("/v8/finance/chart/.*")).willReturn(aResponse().withStatus(503)));
    WEB.stubFor(
        get(urlPathEqualTo("/time_series"))
            .willReturn(okJson("{\"code\":429,\"message\":\"canary\",\"status\":\"error\"}")));
    var run = withBackup().run("report", "DBS19");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("D05.SI", "503").doesNotContain("canary");
    WEB.verify(2, getRequestedFor(urlPathMatching("/v8/finance/chart/.*")));
    WEB.verify(1, getRequestedFor(urlPathEqualTo("/time_series")));
  }

  @Test
  void theDoctorTellsOfTheSecondSourceTheHolidaysAndTheDoubtfulTickers() throws Exception {
    var without = new Bot(dir.resolve("doctor")).with("YAHOO_BASE_URL", WEB.baseUrl());
    assertThat(without.run("doctor").out())
        .contains("no TWELVEDATA_API_KEY: prices come from Yahoo alone", "holidays", "MSN19");
    assertThat(withBackup().run("doctor").out())
        .containsPattern("ok +Twelve Data +localhost:[0-9]+ answers")
        .doesNotContain("canary");
  }

  private Bot withBackup() {
    return bot.with("OPENAI_API_KEY", "")
        .with("TWELVEDATA_BASE_URL", WEB.baseUrl())
        .with("TWELVEDATA_API_KEY", "canary");
  }

  /** Twelve Data's shape around the example bars. */
  private static String timeSeries() {
    return Examples.history(Examples.DBS, 300, 50, 7).bars().stream()
        .map(bar ->
            "{\"datetime\":\"%s\",\"open\":\"%s\",\"high\":\"%s\",\"low\":\"%s\",\"close\":\"%s\",\"volume\":\"%d\"}"
                .formatted(
                    bar.session(), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume()))
        .collect(
            Collectors.joining(
                ",",
                "{\"meta\":{\"symbol\":\"D05\",\"currency\":\"SGD\",\"exchange_timezone\":\"Asia/Singapore\"},\"values\":[",
                "],\"status\":\"ok\"}"));
  }

  /** Yahoo's shape around the example bars. */
  private static String chart() {
    var bars = Examples.history(Examples.DBS, 300, 50, 7).bars();
    Function<Function<Bar, Object>, String> each =
        figure ->
            bars.stream()
                .map(figure)
                .map(String::valueOf)
                .collect(Collectors.joining(",", "[", "]"));
    return """
    {"chart":{"error":null,"result":[{
      "meta":{"currency":"SGD","symbol":"D05.SI","exchangeTimezoneName":"Asia/Singapore",
              "longName":"DBS Group Holdings Ltd"},
      "timestamp":%s,
      "indicators":{
        "quote":[{"open":%s,"high":%s,"low":%s,"close":%s,"volume":%s}],
        "adjclose":[{"adjclose":%s}]}}]}}
    """
        .formatted(
            each.apply(
                bar -> bar.session().atTime(LocalTime.of(9, 0)).atZone(SINGAPORE).toEpochSecond()),
            each.apply(Bar::open),
            each.apply(Bar::high),
            each.apply(Bar::low),
            each.apply(Bar::close),
            each.apply(Bar::volume),
            each.apply(Bar::close));
  }
}
