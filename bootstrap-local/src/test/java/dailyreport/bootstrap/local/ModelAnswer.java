package dailyreport.bootstrap.local;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** What a model may answer, well or ill; every whole answer says the same usage. */
final class ModelAnswer {
  /** Cost of one whole answer at gpt-4o's price: 596 x 2.50, 2,304 x 1.25, 700 x 10 in millions. */
  static final String USD = "0.01137";

  private static final String STORY =
      "แรงซื้อขายยังสมดุล นักลงทุนติดตามผลประกอบการของบริษัทอย่างใกล้ชิด";

  private ModelAnswer() {}

  /** A draft that passes every check. */
  static ResponseDefinitionBuilder good() {
    return insight("RSI อยู่ที่ {RSI} สะท้อนแรงซื้อและแรงขายที่ใกล้เคียงกันในช่วงนี้");
  }

  /** The same with another first insight. */
  static ResponseDefinitionBuilder insight(String text) {
    return draft(json(STORY, text));
  }

  static String json(String story, String insight) {
    return "{\"a_story\":"
        + quoted(story)
        + ",\"b_insights\":["
        + quoted(insight)
        + ",\"ปริมาณซื้อขาย {VOLUME_RATIO} ของค่าเฉลี่ย 20 วัน บ่งบอกความสนใจของตลาด\","
        + "\"ความผันผวนวัดด้วย ATR {ATR_PCT} ใช้ประกอบการวางแผนการลงทุนได้\"],"
        + "\"c_action\":\"ติดตามแนวโน้มต่อไป มุมมองจะเปลี่ยนหากราคาหลุดเส้นค่าเฉลี่ยหลัก\","
        + "\"d_risks\":[\"ความผันผวนของตลาดโดยรวมอาจกดดันราคาในระยะสั้น\"]}";
  }

  /** A completed answer with this text where the draft should be. */
  static ResponseDefinitionBuilder draft(String text) {
    return body(
        response(
            "completed",
            "null",
            "{\"type\":\"output_text\",\"annotations\":[],\"text\":" + quoted(text) + "}"));
  }

  static ResponseDefinitionBuilder refusal() {
    return body(response("completed", "null", "{\"type\":\"refusal\",\"refusal\":\"no\"}"));
  }

  /** Whole JSON that the provider itself calls incomplete. */
  static ResponseDefinitionBuilder incomplete(String reason) {
    return body(
        response(
            "incomplete",
            "{\"reason\":\"" + reason + "\"}",
            "{\"type\":\"output_text\",\"annotations\":[],\"text\":"
                + quoted(json(STORY, "แรงส่งของราคายังเป็นบวก"))
                + "}"));
  }

  static ResponseDefinitionBuilder error(int status, String code) {
    return body("{\"error\":{\"message\":\"no\",\"type\":\"x\",\"code\":\"" + code + "\"}}")
        .withStatus(status);
  }

  static ResponseDefinitionBuilder body(String body) {
    return aResponse().withHeader("content-type", "application/json").withBody(body);
  }

  /** Unpacked, 50 MB of blanks. */
  static ResponseDefinitionBuilder bomb() {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < 50; i++) {
        gzip.write(" ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return aResponse()
        .withHeader("content-type", "application/json")
        .withHeader("content-encoding", "gzip")
        .withBody(bytes.toByteArray());
  }

  private static String response(String status, String incomplete, String content) {
    return """
    {"id":"r","object":"response","created_at":1,"status":"%s","model":"gpt-4o",
     "error":null,"incomplete_details":%s,"instructions":null,"metadata":{},
     "parallel_tool_calls":true,"temperature":1,"tool_choice":"auto","tools":[],"top_p":1,
     "output":[{"type":"message","id":"m","role":"assistant","status":"completed",
       "content":[%s]}],
     "usage":{"input_tokens":2900,"input_tokens_details":{"cached_tokens":2304},
       "output_tokens":700,"output_tokens_details":{"reasoning_tokens":0},"total_tokens":3600}}
    """
        .formatted(status, incomplete, content);
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }
}
