package dailyreport.packaging;

/** What OpenAI's Responses API says to every question. */
final class Model {
  private static final String DRAFT =
      """
      {"a_story":"ราคาหุ้นเคลื่อนไหวตามทิศทางของกลุ่มธนาคารในภูมิภาค นักลงทุนติดตามผลประกอบการของบริษัท",\
      "b_insights":["RSI อยู่ที่ {RSI} สะท้อนแรงส่งของราคาในช่วงนี้",\
      "ปริมาณการซื้อขายสะท้อนความสนใจของตลาดที่มีต่อหุ้นตัวนี้",\
      "ความผันผวนของราคาเป็นสิ่งที่ควรติดตามต่อไป"],\
      "c_action":"ติดตามแนวโน้มของราคาเทียบกับเส้นค่าเฉลี่ยก่อนตัดสินใจ",\
      "d_risks":["สัญญาณทางเทคนิคอาจเปลี่ยนแปลงได้เมื่อตลาดผันผวน"]}\
      """;

  private Model() {}

  static String answer() {
    return """
    {"id":"resp_1","object":"response","created_at":1762858800,"status":"completed","error":null,
     "incomplete_details":null,"instructions":null,"metadata":{},"model":"gpt-4o-2024-08-06",
     "output":[{"type":"message","id":"msg_1","status":"completed","role":"assistant",
       "content":[{"type":"output_text","annotations":[],"logprobs":[],"text":%s}]}],
     "parallel_tool_calls":true,"temperature":1.0,"tool_choice":"auto","tools":[],"top_p":1.0,
     "usage":{"input_tokens":10000,"input_tokens_details":{"cached_tokens":8064},
       "output_tokens":2000,"output_tokens_details":{"reasoning_tokens":0},"total_tokens":12000}}
    """
        .formatted(Events.quoted(DRAFT));
  }
}
