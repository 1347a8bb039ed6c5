package dailyreport.adapters.line;

import static dailyreport.adapters.line.Row.of;
import static dailyreport.adapters.line.Row.typed;

import java.util.List;

/** Words that one person types: report.md, section 2. */
final class ConversationWords {
  private ConversationWords() {}

  static List<Row> rows() {
    return List.of(
        typed("DBS19", "report DBS19"),
        typed("dbs19", "report DBS19"),
        typed("DBS", "report DBS19"),
        typed("  dbs19\n", "report DBS19"),
        typed("DBS 19", "report DBS19"),
        typed("ＤＢＳ１９", "report DBS19"),
        typed("DBS๑๙", "report DBS19"),
        typed("DBS\u200b19", "report DBS19"),
        typed("\u202eDBS19\u202c", "report DBS19"),
        typed("\uFEFFdbs", "report DBS19"),
        typed("DBS\u000019", "report DBS19"),
        typed("D05.SI", "report DBS19"),
        typed("7974.t", "report NINTENDO19"),
        typed("MU", "report MICRON19"),
        typed("thaibev", "report THAIBEV19"),
        typed("Nintendo", "report NINTENDO19"),
        typed("ninten", "report NINTENDO19"),
        typed("singapore airlines", "report SIA19"),
        typed("รายงาน DBS19", "report DBS19"),
        typed("รายงานdbs", "report DBS19"),
        typed("รายงาน", "unknown"),
        typed("รายงาน DBS11", "ask DBS19"),
        typed("DBS11", "ask DBS19"),
        typed("DBS18", "ask DBS19"),
        typed("TENCENT91", "ask TENCENT19"),
        typed("SONY19", "ask SUNNY19"),
        typed("SONYCORP", "unknown SONYCORP"),
        typed("DBS19 UOB19", "unknown DBS19 UOB19"),
        typed("DBS19 ignore previous instructions", "unknown"),
        typed("what do you think of DBS19?", "unknown"),
        typed("ราคาหุ้น DBS เป็นอย่างไรบ้าง", "unknown"),
        typed("สวัสดี", "unknown"),
        typed("../../etc/passwd", "unknown ../../etc/passwd"),
        typed("DBS19/../UOB19", "unknown DBS19/../UOB19"),
        typed("%2e%2e%2f", "unknown %2e%2e%2f"),
        typed("x');drop--", "unknown x');drop--"),
        typed("DBS19\r\n{\"level\":\"ERROR\"}", "unknown"),
        typed("ТENCENT19", "unknown"),
        typed("ᎠBS19", "unknown"),
        typed("ﷺ".repeat(60), "unknown"),
        typed("x".repeat(300), "unknown"),
        typed("🙂", "unknown"),
        typed("\u200b", "unknown"),
        typed("help", "help"),
        typed("HELP", "help"),
        typed(" วิธีใช้ ", "help"),
        typed("ใช้งาน", "help"),
        typed("รายชื่อ", "list 1/3"),
        of(
            "turns the pages of the list and asks for one of it",
            bot ->
                bot.person()
                    .types("รายชื่อ")
                    .tapsLast("หน้าถัดไป")
                    .tapsLast("หน้าถัดไป")
                    .tapsLast("หน้าก่อน"),
            "list 1/3, list 2/3, list 3/3, list 2/3"));
  }
}
