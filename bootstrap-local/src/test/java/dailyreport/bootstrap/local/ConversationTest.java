package dailyreport.bootstrap.local;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.bootstrap.local.serve.Http;
import dailyreport.bootstrap.local.serve.Json;
import dailyreport.bootstrap.local.simulator.FeedReader;
import dailyreport.bootstrap.local.simulator.FeedReader.Seen;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer does at the page, by the page's own requests. */
class ConversationTest {
  /** At this age of its event a report that is not there yet is announced at once. */
  private static final String LATE = ",\"ageSeconds\":46}";

  private static final Pattern POSTBACK = Pattern.compile("v=1&a=report&t=AAPL19&d=2013-12-31");
  private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/r/[^\"]+");

  @TempDir Path home;
  private Desktop desk;

  @BeforeEach
  void open() throws IOException {
    desk = new Desktop(home);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aSlowFirstReportIsAnnouncedThenReadWithATapThenOpenedAsPdf() throws IOException {
    assertThat(desk.post("/simulator/model", "{\"delaySeconds\":70,\"off\":false}").json())
        .containsEntry("kind", "stub");
    assertThat(desk.does("{\"kind\":\"text\",\"text\":\"aapl\"" + LATE))
        .containsEntry("status", BigDecimal.valueOf(200));
    assertThat(desk.feed.next("said").text("text")).isEqualTo("aapl");
    assertThat(desk.feed.next("job").text("state")).isEqualTo("queued");
    Seen wait = desk.feed.next("message");
    assertThat(wait.text("messages")).contains("กำลังจัดทำรายงาน AAPL19", "ดูรายงาน");

    desk.gate.open();
    assertThat(desk.feed.next("tier").text("answered")).isEqualTo("GENERATED");
    assertThat(desk.feed.next("job", seen -> seen.text("state").equals("done"))).isNotNull();
    assertThat(desk.gate.asked())
        .as("a call and its repair, each within its time")
        .containsExactly(Duration.ofSeconds(41), Duration.ofSeconds(29));

    tap(POSTBACK.matcher(wait.text("messages")).results().findFirst().orElseThrow().group());
    assertThat(desk.feed.next("tier").text("answered")).isEqualTo("LOCAL");
    Seen report = desk.feed.next("message");
    assertThat(report.text("via")).isEqualTo("reply");
    assertThat(report.text("messages"))
        .contains("AAPL19", "ตัวอย่าง ไม่ได้เขียนโดยโมเดลภาษา", "อ่าน PDF")
        .doesNotContain("987.65");
    theLinksOpen(report);
  }

  private void theLinksOpen(Seen report) throws IOException {
    var links =
        LINK.matcher(Json.text(report.data()))
            .results()
            .map(MatchResult::group)
            .distinct()
            .toList();
    assertThat(links).hasSize(2);
    for (String link : links) {
      assertThat(link).hasSizeLessThan(200);
      Http.Got got = Http.get(URI.create(link));
      if (link.contains("/r/chart/")) {
        assertThat(got.header("Content-Type")).contains("image/png");
      } else {
        assertThat(got.status()).isEqualTo(302);
        Http.Got pdf = Http.get(URI.create(got.header("Location").orElseThrow()));
        assertThat(pdf.header("Content-Type")).contains("application/pdf");
        assertThat(pdf.body()).startsWith("%PDF-1.7".getBytes());
      }
      String tampered = link.substring(0, link.length() - 2) + "AA";
      assertThat(Http.get(URI.create(tampered)).text()).contains("ไม่พบรายงาน");
    }
  }

  @Test
  void aRedeliveredEventIsAnsweredOnce() throws IOException {
    assertThat(desk.post("/simulator/redeliver", "{}").status()).isEqualTo(409);
    desk.says("help");
    assertThat(desk.feed.next("message").text("messages")).contains("รายงานหุ้นรายวัน");
    desk.feed.next("webhook");
    Map<String, Object> again = desk.post("/simulator/redeliver", "{}").json();
    assertThat(again).containsEntry("status", BigDecimal.valueOf(200));
    Seen webhook = desk.feed.next("webhook");
    assertThat(webhook.text("redelivery")).isEqualTo("true");
    assertThat(webhook.text("what")).isEqualTo("redelivery");
    assertThat(messages()).isEqualTo(1);
    assertThat(desk.events().getLast()).contains("dedup.hit");
  }

  @Test
  void aNearMissIsAskedBack() throws IOException {
    desk.says("AAPL18");
    assertThat(desk.feed.next("message").text("messages"))
        .contains("ไม่พบ AAPL18", "คุณหมายถึงหุ้นตัวนี้หรือไม่?", "AAPL19");
  }

  @Test
  void aReceiptWithoutPricesHereIsAnsweredInThai() throws IOException {
    desk.says("UOB19");
    assertThat(desk.feed.next("message").text("messages"))
        .contains("ยังดึงข้อมูลราคาของ UOB19 ไม่ได้");
  }

  @Test
  void everyKindOfEventIsTakenAndOnlyThoseThatCanBeAreAnswered() throws IOException {
    for (String kind : new String[] {"sticker", "image", "video", "location", "follow", "join"}) {
      desk.does("{\"kind\":\"" + kind + "\"}");
      assertThat(desk.feed.next("call").data()).containsEntry("detail", "");
      assertThat(desk.feed.next("webhook").text("what")).isEqualTo(kind);
    }
    int before = messages();
    desk.does("{\"kind\":\"unfollow\"}");
    desk.does("{\"kind\":\"leave\",\"chat\":\"group\"}");
    assertThat(messages()).isEqualTo(before).isEqualTo(6);
  }

  @Test
  void aForgedEventIsRefusedAndSoIsAStrangersAndThePageSeesBoth() throws IOException {
    desk.does("{\"kind\":\"text\",\"text\":\"AAPL19\",\"forged\":true}");
    Seen forged = desk.feed.next("webhook");
    assertThat(forged.text("what")).isEqualTo("forged");
    assertThat(forged.text("status")).isEqualTo("403");
    assertThat(Http.post(desk.at("/webhook"), "{}".getBytes(), Map.of()).status()).isEqualTo(403);
    assertThat(desk.feed.next("webhook").text("what")).isEqualTo("stranger");
    assertThat(desk.events()).hasSize(2).allMatch(line -> line.contains("webhook.rejected"));
    assertThat(messages()).isZero();
  }

  @Test
  void aGroupIsAnsweredOnlyWhenItIsMeant() throws IOException {
    desk.does("{\"kind\":\"text\",\"text\":\"good morning\",\"chat\":\"group\"}");
    desk.does("{\"kind\":\"text\",\"text\":\"help\",\"chat\":\"group\",\"mention\":true}");
    Seen message = desk.feed.next("message");
    assertThat(message.text("chat")).isEqualTo("group");
    assertThat(messages()).isEqualTo(1);
  }

  @Test
  void anOldTokenIsRefusedAsLineDoes() throws IOException {
    desk.does("{\"kind\":\"text\",\"text\":\"help\",\"ageSeconds\":61}");
    Seen call = desk.feed.next("call");
    assertThat(call.text("status")).isEqualTo("400");
    assertThat(call.text("detail")).isEqualTo("Invalid reply token");
    assertThat(messages()).isZero();
  }

  @Test
  void aModelThatIsOffLeavesTheTemplate() throws IOException {
    desk.post("/simulator/model", "{\"delaySeconds\":0,\"off\":true}");
    assertThat(desk.feed.next("model").text("off")).isEqualTo("true");
    desk.says("AAPL19");
    assertThat(desk.feed.next("message").text("messages")).contains("ฉบับสรุปตัวเลข");
  }

  @Test
  void aPageThatComesBackGoesOnWhereItWas() throws IOException {
    desk.says("help");
    String last = desk.feed.next("webhook").id();
    desk.says("help");
    try (var again = FeedReader.after(desk.at("/"), last)) {
      assertThat(Long.parseLong(again.next("said").id())).isEqualTo(Long.parseLong(last) + 1);
    }
  }

  @Test
  void badCommandsAreRefusedWithAReason() throws IOException {
    for (String ask :
        new String[] {
          "{\"kind\":\"call\"}",
          "{\"kind\":\"text\",\"ageSeconds\":-1}",
          "{\"kind\":\"text\",\"chat\":\"room\"}",
          "{\"kind\":\"text\",\"text\":\"" + "ก".repeat(5_001) + "\"}"
        }) {
      Http.Got got = desk.post("/simulator/say", ask);
      assertThat(got.status()).as(ask).isEqualTo(400);
      assertThat(got.json()).containsKey("message");
    }
    assertThat(desk.post("/simulator/model", "{\"delaySeconds\":7}").status()).isEqualTo(400);
  }

  @Test
  void figuresAndFilesAreThere() throws IOException {
    desk.says("AAPL19");
    desk.feed.next("job", seen -> seen.text("state").equals("done"));
    Http.Got stats = Http.get(desk.at("/stats.json"));
    assertThat(stats.json())
        .containsEntry("generations", BigDecimal.ONE)
        .containsEntry("avoided", BigDecimal.ZERO);
    assertThat(Http.get(desk.at("/stats")).text()).contains("<svg", "line.delivery reply ok");
    assertThat(Http.get(desk.at("/stats.css")).status()).isEqualTo(200);
    assertThat(Http.get(desk.at("/health")).text()).isEqualTo("ok");
    assertThat(Http.get(desk.at("/")).header("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(Http.get(desk.at("/simulator/font/sarabun-bold.ttf")).body()).hasSizeGreaterThan(1);
    for (String none : new String[] {"page.html", "../Config.class", "font/page.css", "x.js"}) {
      assertThat(Http.get(desk.at("/simulator/" + none)).status()).as(none).isEqualTo(404);
    }
    assertThat(Http.get(desk.at("/simulator/state")).json())
        .containsEntry("mode", "sample")
        .containsEntry("realLine", false);
  }

  private void tap(String data) throws IOException {
    desk.does("{\"kind\":\"postback\",\"text\":\"ดูรายงาน\",\"data\":\"" + data + "\"}");
  }

  /** Messages that have reached the person so far; a setting marks how far that is. */
  private int messages() throws IOException {
    String mark = desk.clock.instant().plusMillis(1).toString();
    desk.clock.advance(Duration.ofMillis(1));
    desk.post("/simulator/model", "{\"delaySeconds\":0,\"off\":false}");
    try (var all = FeedReader.from(desk.at("/"))) {
      return all.count(
          "message", seen -> seen.event().equals("model") && seen.text("at").equals(mark));
    }
  }
}
