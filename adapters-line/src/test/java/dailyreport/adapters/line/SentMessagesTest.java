package dailyreport.adapters.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dailyreport.application.port.Answer;
import dailyreport.application.port.Incoming;
import dailyreport.application.port.Links;
import dailyreport.application.port.Messages;
import dailyreport.application.port.Messenger;
import dailyreport.application.port.Secret;
import dailyreport.contract.Answers;
import dailyreport.contract.Examples;
import dailyreport.contract.MessengerContract;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.market.Exchange;
import dailyreport.domain.market.Instrument;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.report.Narrative;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportText;
import dailyreport.domain.report.Section;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes over the wire keeps LINE's limits: line.md, sections 2 and 6. */
class SentMessagesTest {
  private final LineStub stub = new LineStub();
  private final Messenger messenger =
      LineMessenger.open(new Secret("token"), stub.base(), _ -> {}, () -> Examples.NOW, _ -> {});

  @AfterEach
  void stop() {
    stub.close();
  }

  @Test
  void everyAnswerKeepsTheLimits() {
    var answers = new ArrayList<>(Answers.all());
    answers.add(new Answer.Ready(longReport(), Freshness.STALE, Answers.LINKS, List.of()));
    answers.add(longListing());
    for (Answer answer : answers) {
      List<JsonNode> messages = sent(Incoming.Kind.USER, answer);
      String kind = answer.getClass().getSimpleName();

      assertThat(messages).as(kind).hasSizeBetween(1, 5);
      for (int i = 0; i < messages.size(); i++) {
        checkMessage(kind, messages.get(i), i == messages.size() - 1);
      }
    }
  }

  private static void checkMessage(String kind, JsonNode message, boolean last) {
    switch (message.get("type").asText()) {
      case "text" -> assertThat(message.get("text").asText().length()).as(kind).isBetween(1, 4_500);
      case "flex" -> {
        assertThat(message.get("altText").asText().length()).as(kind).isBetween(1, 400);
        assertThat(message.get("contents").toString().getBytes(StandardCharsets.UTF_8).length)
            .as(kind)
            .isLessThan(30_000);
      }
      default -> throw new AssertionError(kind + " sends a " + message.get("type"));
    }
    JsonNode items = message.at("/quickReply/items");
    assertThat(items.isMissingNode() || last).as("quick replies of " + kind).isTrue();
    assertThat(items.size()).as(kind).isLessThanOrEqualTo(13);
    for (JsonNode node : message.findParents("type")) {
      checkNode(kind, node);
    }
  }

  private static void checkNode(String kind, JsonNode node) {
    String type = node.get("type").asText();
    switch (type) {
      case "postback" -> {
        assertThat(node.get("data").asText()).as(kind).hasSizeBetween(1, 300);
        assertThat(Postback.read(node.get("data").asText())).as(kind).isPresent();
        assertThat(node.get("displayText").asText()).as(kind).hasSizeBetween(1, 300);
      }
      case "message" -> assertThat(node.get("text").asText()).as(kind).hasSizeBetween(1, 300);
      case "uri" ->
          assertThat(node.get("uri").asText()).as(kind).startsWith("https://").hasSizeLessThan(200);
      case "image" -> assertThat(node.get("url").asText()).as(kind).startsWith("https://");
      case "text" -> assertThat(node.get("text").asText()).as(kind).isNotBlank();
      case "box" -> assertThat(node.get("contents")).as(kind).isNotEmpty();
      default -> {}
    }
    if (node.has("label")) {
      assertThat(clusters(node.get("label").asText())).as(kind).isBetween(1, 20);
    }
  }

  @Test
  void aReportIsBubbleTextAndQuickReplies() {
    List<JsonNode> messages = sent(Incoming.Kind.USER, Answers.READY);

    assertThat(messages).hasSize(2);
    JsonNode bubble = messages.getFirst();
    assertThat(bubble.get("altText").asText())
        .startsWith("DBS19 " + Answers.READY.report().price().text())
        .endsWith("11 พ.ย. 2568");
    assertThat(bubble.at("/contents/hero/url").asText())
        .isEqualTo("https://bot.example/r/chart/DBS19/2025-11-11/0123456789abcdef");
    assertThat(bubble.at("/contents/hero/aspectRatio").asText()).isEqualTo("1:1");
    assertThat(bubble.at("/contents/footer/contents").findValuesAsText("label"))
        .containsExactly("อ่าน PDF", "รีเฟรช");
    assertThat(bubble.at("/contents/footer/contents").findValuesAsText("data"))
        .containsExactly("v=1&a=report&t=DBS19");
    assertThat(bubble.at("/contents/body").findValuesAsText("text"))
        .contains(
            ReportText.title(Answers.READY.report()), ReportText.stanceLine(Answers.READY.report()))
        .anyMatch(text -> text.startsWith("RSI (14)"));
    assertThat(bubble.at("/contents/body").findValuesAsText("width"))
        .hasSize(5)
        .allMatch(width -> width.matches("\\d{1,3}%"));
    assertThat(messages.getLast().get("text").asText())
        .isEqualTo(ReportText.compose(Answers.READY.report(), false));
    assertThat(messages.getLast().at("/quickReply/items").findValuesAsText("label"))
        .containsExactly("UOB19", "SIA19", "SGX19", "วิธีใช้");
  }

  @Test
  void aStaleReportSaysSoInBubbleAndText() {
    List<JsonNode> messages =
        sent(
            Incoming.Kind.USER,
            new Answer.Ready(Examples.report(), Freshness.STALE, Links.none(), List.of()));

    assertThat(messages)
        .allSatisfy(message -> assertThat(message.toString()).contains("ยังดึงข้อมูลล่าสุดไม่ได้"));
  }

  @Test
  void withoutPartsThereIsNoPictureAndNoPdfButton() {
    JsonNode bubble =
        sent(
                Incoming.Kind.USER,
                new Answer.Ready(Examples.report(), Freshness.FRESH, Links.none(), List.of()))
            .getFirst();

    assertThat(bubble.at("/contents/hero").isMissingNode()).isTrue();
    assertThat(bubble.at("/contents/footer/contents").findValuesAsText("label"))
        .containsExactly("รีเฟรช");
  }

  @Test
  void aShortHistoryHasNoBarsAndNoZeros() {
    Report report = Examples.report(Examples.DBS, 12, 50, 42);

    JsonNode bubble =
        sent(Incoming.Kind.USER, new Answer.Ready(report, Freshness.FRESH, Links.none(), List.of()))
            .getFirst();

    assertThat(bubble.at("/contents/body").findValuesAsText("width")).isEmpty();
    assertThat(bubble.at("/contents/body").findValuesAsText("text"))
        .filteredOn("ข้อมูลไม่พอ"::equals)
        .hasSize(5);
  }

  @Test
  void aLongReportIsCutAndNothingIsLost() {
    Report report = longReport();

    List<JsonNode> messages =
        sent(
            Incoming.Kind.USER,
            new Answer.Ready(report, Freshness.FRESH, Answers.LINKS, List.of()));

    assertThat(messages).hasSizeBetween(3, 5);
    assertThat(
            messages.stream()
                .skip(1)
                .map(message -> message.get("text").asText())
                .collect(Collectors.joining()))
        .isEqualTo(ReportText.compose(report, false));
    assertThat(messages.getLast().has("quickReply")).isTrue();
  }

  @Test
  void waitingHasAButtonWithTickerAndDate() {
    List<JsonNode> messages = sent(Incoming.Kind.USER, new Answer.Preparing(Examples.KEY));

    assertThat(messages).hasSize(1);
    assertThat(messages.getFirst().get("altText").asText())
        .isEqualTo("กำลังจัดทำรายงาน DBS19 แตะ “ดูรายงาน” ในอีกประมาณ 1 นาที");
    assertThat(messages.getFirst().findValuesAsText("label")).containsExactly("ดูรายงาน");
    assertThat(messages.getFirst().findValuesAsText("data"))
        .containsExactly("v=1&a=report&t=DBS19&d=2025-11-11");
  }

  @Test
  void anUnknownNameIsAnsweredWithAQuestion() {
    JsonNode asked =
        sent(
                Incoming.Kind.USER,
                new Answer.Unknown("DBS18", List.of(new Ticker("DBS19"), new Ticker("UOB19"))))
            .getFirst();
    assertThat(asked.get("text").asText())
        .isEqualTo("ไม่พบ DBS18 ในรายการ ตัวอย่าง DBS19, UOB19 คุณหมายถึงหุ้นตัวนี้หรือไม่?");
    assertThat(asked.findValuesAsText("data"))
        .containsExactly("v=1&a=report&t=DBS19", "v=1&a=report&t=UOB19");

    JsonNode plain = sent(Incoming.Kind.USER, new Answer.Unknown("", List.of())).getFirst();
    assertThat(plain.get("text").asText()).isEqualTo(Messages.UNKNOWN_UNNAMED.text());
  }

  @Test
  void theListIsGroupedByMarketAndCanBeTurned() {
    JsonNode list = sent(Incoming.Kind.USER, Answers.listing()).getFirst();

    assertThat(list.get("text").asText())
        .isEqualTo(
            """
            รายชื่อ DR ทั้งหมด (หน้า 2 จาก 5)

            🇸🇬 ตลาดสิงคโปร์ (SGX)
            • DBS19 Example Holdings
            • UOB19 Example Holdings

            🇺🇸 ตลาดแนสแด็ก (NASDAQ)
            • NVDA19 Example Holdings

            พิมพ์ชื่อย่อ หรือแตะปุ่มด้านล่าง เพื่อขอรายงาน\
            """);
    assertThat(list.findValuesAsText("data"))
        .startsWith("v=1&a=list&p=3", "v=1&a=list&p=1", "v=1&a=report&t=DBS19");
  }

  @Test
  void aLimitSaysWhatIsAllowedWhatIsLeftAndWhenItEnds() {
    var denied = new Answer.Denied(Optional.of(Examples.KEY));
    JsonNode limit = sent(Incoming.Kind.USER, denied).getFirst();

    assertThat(limit.get("text").asText())
        .isEqualTo(
            """
            ขอรายงานใหม่ครบโควตาแล้ว (ชั่วโมงละ 10 ฉบับ วันละ 30 ฉบับ)

            ระหว่างนี้ยังดูรายงานที่มีอยู่ได้ตามปกติ และจะขอรายงานใหม่ได้อีกภายใน 1 ชั่วโมง หรือภายใน 24 ชั่วโมงหากครบโควตาของวัน\
            """);
    assertThat(limit.findValuesAsText("label")).containsExactly("ดูรายงานก่อนหน้า", "วิธีใช้");
    assertThat(limit.findValuesAsText("data")).containsExactly("v=1&a=report&t=DBS19&d=2025-11-11");
  }

  @Test
  void inAGroupTheRequestIsQuotedOnce() {
    List<JsonNode> messages = sent(Incoming.Kind.GROUP, Answers.READY);
    assertThat(messages.get(1).get("quoteToken").asText()).isEqualTo("quote-canary");
    assertThat(messages.toString().split("quote-canary", -1)).hasSize(2);

    assertThat(sent(Incoming.Kind.USER, Answers.READY).toString()).doesNotContain("quote-canary");
  }

  private List<JsonNode> sent(Incoming.Kind kind, Answer answer) {
    messenger.reply(Answers.incoming("e", Examples.NOW, kind), answer, MessengerContract.DEADLINE);
    JsonNode messages = stub.bodies(LineStub.REPLY).getFirst().get("messages");
    return IntStream.range(0, messages.size()).mapToObj(messages::get).toList();
  }

  /** About 9,000 characters. */
  private static Report longReport() {
    Report report = Examples.report();
    var paragraph =
        "ราคาปรับตัวขึ้นต่อเนื่องหลังผลประกอบการออกมาดี น้ำหนักการซื้อขายยังเบาบาง ".repeat(16);
    var sections =
        List.of(Section.Kind.values()).stream()
            .map(kind -> new Section(kind, List.of(paragraph, paragraph)))
            .toList();
    return new Report(
        report.facts(),
        new Narrative(sections, Narrative.Author.MODEL),
        report.readings(),
        report.chart(),
        report.method(),
        report.changes(),
        report.parts(),
        report.generatedAt(),
        report.usage());
  }

  private static Answer.Listing longListing() {
    List<Instrument> all =
        IntStream.range(0, 40)
            .mapToObj(i ->
                Examples.instrument(
                    "TICKER" + i, "T" + i, Exchange.values()[i % Exchange.values().length], "USD"))
            .toList();
    return new Answer.Listing(all, 1, 2);
  }

  private static int clusters(String text) {
    BreakIterator borders = BreakIterator.getCharacterInstance(Locale.ROOT);
    borders.setText(text);
    int count = 0;
    while (borders.next() != BreakIterator.DONE) {
      count++;
    }
    return count;
  }
}
