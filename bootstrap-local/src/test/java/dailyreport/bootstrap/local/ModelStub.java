package dailyreport.bootstrap.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** A model behind a loopback port that remembers who called it; everybody has an address. */
final class ModelStub implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> callers = new CopyOnWriteArrayList<>();
  private volatile Consumer<String> beforeAnswer = caller -> {};

  private ModelStub(HttpServer server) {
    this.server = server;
  }

  static ModelStub start() throws IOException {
    var stub =
        new ModelStub(
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    stub.server.setExecutor(stub.executor);
    stub.server.createContext("/", stub::handle);
    stub.server.start();
    return stub;
  }

  /** {@code OPENAI_BASE_URL} of this caller. */
  String address(String caller) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + caller + "/v1";
  }

  /** Who called, in order; one entry a call. */
  List<String> callers() {
    return List.copyOf(callers);
  }

  /** Runs before each answer, with the caller: for a model that takes its time. */
  void beforeAnswer(Consumer<String> hook) {
    beforeAnswer = hook;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String caller = exchange.getRequestURI().getPath().split("/", 3)[1];
      exchange.getRequestBody().readAllBytes();
      callers.add(caller);
      beforeAnswer.accept(caller);
      byte[] body = answer().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** A completed answer of the model with a draft that only uses placeholders. */
  static String answer() {
    String draft =
        """
        {"a_story":"แรงซื้อขายยังสมดุล นักลงทุนติดตามผลประกอบการของบริษัทอย่างใกล้ชิด",\
        "b_insights":["RSI อยู่ที่ {RSI} สะท้อนแรงซื้อและแรงขายที่ใกล้เคียงกันในช่วงนี้",\
        "ปริมาณซื้อขาย {VOLUME_RATIO} ของค่าเฉลี่ย 20 วัน บ่งบอกความสนใจของตลาด",\
        "ความผันผวนวัดด้วย ATR {ATR_PCT} ใช้ประกอบการวางแผนการลงทุนได้"],\
        "c_action":"ผู้ที่มีอยู่แล้วติดตามแนวโน้มต่อไป มุมมองจะเปลี่ยนหากราคาหลุดเส้นค่าเฉลี่ยหลัก",\
        "d_risks":["ความผันผวนของตลาดโดยรวมอาจกดดันราคาในระยะสั้น"]}\
        """;
    return """
    {"id":"r","object":"response","created_at":1,"status":"completed","model":"gpt-4o",
     "error":null,"incomplete_details":null,"instructions":null,"metadata":{},
     "parallel_tool_calls":true,"temperature":1,"tool_choice":"auto","tools":[],"top_p":1,
     "output":[{"type":"message","id":"m","role":"assistant","status":"completed",
       "content":[{"type":"output_text","annotations":[],"text":"%s"}]}],
     "usage":{"input_tokens":2900,"input_tokens_details":{"cached_tokens":2304},
       "output_tokens":700,"output_tokens_details":{"reasoning_tokens":0},"total_tokens":3600}}
    """
        .formatted(draft.replace("\"", "\\\""));
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }
}
