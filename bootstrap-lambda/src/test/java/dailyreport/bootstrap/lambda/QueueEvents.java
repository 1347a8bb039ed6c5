package dailyreport.bootstrap.lambda;

import dailyreport.domain.report.ReportKey;
import java.time.Instant;

/** Events of the job queue as Lambda hands them over. What is of a person has "canary" in it. */
final class QueueEvents {
  private QueueEvents() {}

  static String batch(String... records) {
    return "{\"Records\":[" + String.join(",", records) + "]}";
  }

  /** A message that was sent at that time and is handed over for the first time. */
  static String record(String id, Instant sent, String body) {
    return record(id, sent, 1, body);
  }

  /** A message that was sent at that time and is handed over for that many times. */
  static String record(String id, Instant sent, int receipts, String body) {
    return """
    {"messageId":"%s","attributes":{"SentTimestamp":"%d","ApproximateReceiveCount":"%d"},\
    "body":"%s"}\
    """
        .formatted(id, sent.toEpochMilli(), receipts, body.replace("\"", "\\\""));
  }

  static String refresh(ReportKey key) {
    return """
    {"v":"1","delaySeconds":0,"ticker":"%s","session":"%s","kind":"refresh"}\
    """
        .formatted(key.ticker(), key.session());
  }

  static String answerJob(ReportKey key) {
    return """
    {"v":"1","delaySeconds":0,"ticker":"%s","session":"%s","kind":"answer","incoming":{\
    "eventId":"E1","time":"2025-11-11T10:59:59Z","chatKind":"USER","chatId":"canary-chat",\
    "userId":"canary-user","replyToken":"canary-reply","linkBase":"https://x.example",\
    "said":{"kind":"text","text":"canary dbs19","mentionsUs":false}}}\
    """
        .formatted(key.ticker(), key.session());
  }
}
