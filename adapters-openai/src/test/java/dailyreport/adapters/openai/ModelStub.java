package dailyreport.adapters.openai;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dailyreport.domain.report.Draft;
import dailyreport.domain.report.Section;
import java.net.URI;
import java.util.List;

/** A stand-in of the Responses API on loopback that answers as a test says. */
final class ModelStub implements AutoCloseable {
  private final WireMockServer server =
      new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

  ModelStub() {
    server.start();
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.port() + "/v1");
  }

  int calls() {
    return server.getAllServeEvents().size();
  }

  /** Body of the newest request. */
  String lastBody() {
    return server.getAllServeEvents().getFirst().getRequest().getBodyAsString();
  }

  String lastHeader(String name) {
    return server.getAllServeEvents().getFirst().getRequest().getHeader(name);
  }

  void answers(ResponseDefinitionBuilder response) {
    server.resetMappings();
    server.stubFor(post(urlEqualTo("/v1/responses")).willReturn(response));
  }

  void answers(int status, String body) {
    answers(
        aResponse()
            .withStatus(status)
            .withHeader("content-type", "application/json")
            .withBody(body));
  }

  void completes(String text) {
    answers(200, response("completed", "null", outputText(text)));
  }

  static String error(String code, String type) {
    return """
    {"error":{"message":"do not show this: sk-canary","type":"%s","param":null,"code":"%s"}}
    """
        .formatted(type, code);
  }

  static String outputText(String text) {
    return "{\"type\":\"output_text\",\"annotations\":[],\"logprobs\":[],\"text\":"
        + Json.quote(text)
        + "}";
  }

  static String response(String status, String incomplete, String content) {
    return """
    {"id":"resp_1","object":"response","created_at":1762858800,"status":"%s","error":null,
     "incomplete_details":%s,"instructions":null,"metadata":{},"model":"gpt-4o-2024-08-06",
     "output":[{"type":"message","id":"msg_1","status":"completed","role":"assistant",
       "content":[%s]}],
     "parallel_tool_calls":true,"temperature":1.0,"tool_choice":"auto","tools":[],"top_p":1.0,
     "usage":{"input_tokens":10000,"input_tokens_details":{"cached_tokens":8064},
       "output_tokens":2000,"output_tokens_details":{"reasoning_tokens":0},"total_tokens":12000}}
    """
        .formatted(status, incomplete, content);
  }

  /** The JSON a model would write for this draft. */
  static String json(Draft draft) {
    return "{\"a_story\":%s,\"b_insights\":%s,\"c_action\":%s,\"d_risks\":%s}"
        .formatted(
            Json.quote(paragraphs(draft, Section.Kind.STORY).getFirst()),
            Json.strings(paragraphs(draft, Section.Kind.INSIGHT)),
            Json.quote(paragraphs(draft, Section.Kind.ACTION).getFirst()),
            Json.strings(paragraphs(draft, Section.Kind.RISK)));
  }

  private static List<String> paragraphs(Draft draft, Section.Kind kind) {
    return draft.sections().stream()
        .filter(section -> section.kind() == kind)
        .flatMap(section -> section.paragraphs().stream())
        .toList();
  }

  @Override
  public void close() {
    server.stop();
  }
}
