package dailyreport.adapters.line;

import static dailyreport.adapters.line.LineStub.LOADING;
import static dailyreport.adapters.line.LineStub.PUSH;
import static dailyreport.adapters.line.LineStub.REPLY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dailyreport.application.port.Messenger;
import dailyreport.application.port.Secret;
import dailyreport.contract.Answers;
import dailyreport.contract.Examples;
import dailyreport.contract.MessengerContract;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check of what we send would find what LINE refuses: mistakes are planted in true bodies. */
class LineRulesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Three code points that a person counts as one character. */
  private static final String THAI = "ที่";

  private final LineStub stub = new LineStub();
  private final Messenger messenger =
      LineMessenger.open(new Secret("token"), stub.base(), _ -> {}, () -> Examples.NOW, _ -> {});

  @AfterEach
  void stop() {
    stub.close();
  }

  @Test
  void aTrueReportIsTaken() {
    assertThat(LineRules.broken(REPLY, report())).isEmpty();
  }

  /** The place, the field there, and what stands in it instead; nothing where it is left out. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /messages/1                        | type        |
          /messages/1                        | type        | "hologram"
          /messages/1                        | text        |
          /messages/1                        | text        | ""
          /messages/1                        | text        | 7
          /messages/1                        | wrap        | true
          /messages/1/quickReply             | items       | []
          /messages/1/quickReply/items/0     | type        | "button"
          /messages/1/quickReply/items/0     | action      |
          /messages/1/quickReply/items/0/action | label    |
          /messages/1/quickReply/items/0/action | label    | ""
          /messages/1/quickReply/items/0/action | data     |
          /messages/1/quickReply/items/0/action | type     | "nothing"
          /messages/0                        | altText     |
          /messages/0                        | contents    | {}
          /messages/0/contents               | type        | "carousel"
          /messages/0/contents               | size        | "huge"
          /messages/0/contents               | body        |
          /messages/0/contents/hero          | url         | "http://bot.example/r/chart"
          /messages/0/contents/hero          | aspectRatio | "square"
          /messages/0/contents/hero          | aspectRatio | "1:4"
          /messages/0/contents/hero          | aspectMode  | "stretch"
          /messages/0/contents/body          | layout      | "diagonal"
          /messages/0/contents/body          | layout      |
          /messages/0/contents/body          | layout      | "baseline"
          /messages/0/contents/body          | contents    | []
          /messages/0/contents/body          | spacing     | "wide"
          /messages/0/contents/body/contents/0 | text      |
          /messages/0/contents/body/contents/0 | type      | "title"
          /messages/0/contents/body/contents/0 | size      | "tiny"
          /messages/0/contents/body/contents/0 | color     | "black"
          /messages/0/contents/footer/contents/0/action | uri | "http://bot.example/r/pdf"
          /messages/0/contents/footer/contents/1/action | data |
          /messages/0/contents/footer/contents/1 | action  |
          /messages/0/contents/footer/contents/1 | style   | "loud"
          ''                                 | messages    | []
          ''                                 | replyToken  |
          """)
  void aMistakeOfFormIsFound(String place, String field, String value) throws Exception {
    JsonNode body = report();
    planted(body, place, field, value == null ? null : JSON.readTree(value));

    assertThat(LineRules.broken(REPLY, body)).isNotEmpty();
  }

  @Test
  void whatNoSchemaCountsIsFound() {
    String label = "/messages/1/quickReply/items/0/action";
    assertTooLong("/messages/1", "text", "x".repeat(5_001), "x".repeat(5_000));
    assertTooLong("/messages/0", "altText", "x".repeat(401), "x".repeat(400));
    assertTooLong(label, "label", THAI.repeat(21), THAI.repeat(20));
    assertTooLong(label, "data", "x".repeat(301), "x".repeat(300));
    assertTooLong(label, "displayText", "x".repeat(301), "x".repeat(300));
    assertTooLong(
        "/messages/0/contents/footer/contents/0/action",
        "uri",
        "https://" + "x".repeat(993),
        "https://" + "x".repeat(992));
    assertTooLong(
        "/messages/0/contents/body/contents/0", "text", "ก".repeat(10_000), "ก".repeat(1_000));
    assertTooLong("/messages/1", "text", "half of \ud83d", "whole \ud83d\ude42");
  }

  @Test
  void fiveMessagesAndThirteenButtonsAreTheMost() {
    JsonNode body = report();
    ArrayNode messages = (ArrayNode) body.get("messages");
    ArrayNode items = (ArrayNode) messages.get(1).at("/quickReply/items");
    while (items.size() < 13) {
      items.add(items.get(0).deepCopy());
    }
    while (messages.size() < 5) {
      messages.insertObject(1).put("type", "text").put("text", "x");
    }
    assertThat(LineRules.broken(REPLY, body)).isEmpty();

    JsonNode buttons = body.deepCopy();
    ((ArrayNode) buttons.at("/messages/4/quickReply/items")).add(items.get(0).deepCopy());
    assertThat(LineRules.broken(REPLY, buttons)).isNotEmpty();
    messages.insertObject(1).put("type", "text").put("text", "x");
    assertThat(LineRules.broken(REPLY, body)).isNotEmpty();
  }

  @Test
  void buttonsUnderALaterMessageAreFound() {
    JsonNode body = report();
    ((ArrayNode) body.get("messages")).addObject().put("type", "text").put("text", "more");

    assertThat(LineRules.broken(REPLY, body))
        .containsExactly("quick replies would vanish under the next message");
  }

  @Test
  void aPushNeedsAReceiverAndAnAnimationItsSeconds() {
    JsonNode body = report();
    assertThat(LineRules.broken(PUSH, body)).isNotEmpty();
    ((ObjectNode) body).remove("replyToken");
    assertThat(LineRules.broken(PUSH, ((ObjectNode) body).put("to", "U1"))).isEmpty();

    ObjectNode loading = JSON.createObjectNode().put("chatId", "U1");
    assertThat(LineRules.broken(LOADING, loading.put("loadingSeconds", 60))).isEmpty();
    assertThat(LineRules.broken(LOADING, loading.put("loadingSeconds", 61))).isNotEmpty();
    assertThat(LineRules.broken(LOADING, loading.put("loadingSeconds", 7))).isNotEmpty();
    assertThat(LineRules.broken("/v2/bot/message/multicast", body)).isNotEmpty();
  }

  private void assertTooLong(String place, String field, String tooLong, String right) {
    JsonNode body = report();
    planted(body, place, field, TextNode.valueOf(right));
    assertThat(LineRules.broken(REPLY, body)).as(field).isEmpty();
    planted(body, place, field, TextNode.valueOf(tooLong));
    assertThat(LineRules.broken(REPLY, body)).as(field).isNotEmpty();
  }

  private static void planted(JsonNode body, String place, String field, @Nullable JsonNode value) {
    ObjectNode there = (ObjectNode) body.at(place);
    if (value == null) {
      assertThat(there.remove(field)).as(place + "/" + field).isNotNull();
    } else {
      there.set(field, value);
    }
  }

  /** A report as it went over the wire. */
  private JsonNode report() {
    messenger.reply(
        Answers.incoming("e", MessengerContract.AGE), Answers.READY, MessengerContract.DEADLINE);
    return stub.bodies(REPLY).getFirst();
  }
}
