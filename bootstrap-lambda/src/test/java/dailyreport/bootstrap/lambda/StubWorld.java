package dailyreport.bootstrap.lambda;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Lambda's runtime interface, LINE, Secrets Manager and SQS behind one loopback port. */
final class StubWorld implements ResponseDefinitionTransformerV2, AutoCloseable {
  static final String REPLY = "/v2/bot/message/reply";

  /** Paths of the two queues. */
  static final String JOBS = "/jobs";

  static final String DEAD_LETTERS = "/dead-letters";
  private static final String RUNTIME = "/2018-06-01/runtime/";
  private static final String JSON_1_1 = "application/x-amz-json-1.1";

  private final WireMockServer server;
  private int invocations;

  StubWorld() {
    server = new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort().extensions(this));
    server.start();
    server.stubFor(post(urlMatching(RUNTIME + ".*")).willReturn(status(202)));
    server.stubFor(
        post(urlMatching("/v2/bot/.*")).willReturn(okJson("{\"sentMessages\":[{\"id\":\"1\"}]}")));
    server.stubFor(
        post(urlEqualTo("/"))
            .withHeader("X-Amz-Target", equalTo("AmazonSQS.SendMessage"))
            .willReturn(ok().withTransformers(getName())));
  }

  String host() {
    return "127.0.0.1:" + server.port();
  }

  /** The secret holds these keys. */
  void secret(Map<String, String> keys) {
    var value = Map.of("Name", "dailyreport/keys", "SecretString", Json.write(keys));
    server.stubFor(
        post(urlEqualTo("/"))
            .withHeader("X-Amz-Target", equalTo("secretsmanager.GetSecretValue"))
            .willReturn(ok(Json.write(value)).withHeader("Content-Type", JSON_1_1)));
  }

  /** The second source of prices has these bars; Yahoo, asked at the same port, has none. */
  void twelveData(String body) {
    server.stubFor(get(urlPathEqualTo("/time_series")).willReturn(okJson(body)));
  }

  /** How often a path was asked for. */
  int count(String path) {
    return server.findAll(anyRequestedFor(urlPathEqualTo(path))).size();
  }

  /** Has the loop serve that event to the function, and returns the result that it posted. */
  byte[] invoke(RuntimeLoop.Function function, byte[] event, long deadlineMillis) throws Exception {
    String id = "id-" + ++invocations;
    server.stubFor(
        get(urlEqualTo(RUNTIME + "invocation/next"))
            .willReturn(
                ok().withBody(event)
                    .withHeader("Content-Type", "application/json")
                    .withHeader("Lambda-Runtime-Aws-Request-Id", id)
                    .withHeader("Lambda-Runtime-Deadline-Ms", Long.toString(deadlineMillis))));
    new RuntimeLoop(host()).serveOne(function);
    return bodies(RUNTIME + "invocation/" + id + "/response").getFirst();
  }

  /** What was told about a start that failed. */
  List<String> initErrors() {
    return bodies(RUNTIME + "init/error").stream().map(Requests::text).toList();
  }

  /** Bodies of the requests to a path, newest first. */
  List<byte[]> bodies(String path) {
    return server.getAllServeEvents().stream()
        .filter(event -> event.getRequest().getUrl().equals(path))
        .map(event -> event.getRequest().getBody())
        .toList();
  }

  /** Jobs that the queue was given, newest first. */
  List<String> jobs() {
    return sent(JOBS);
  }

  /** Letters of jobs that were given up, newest first. */
  List<String> deadLetters() {
    return sent(DEAD_LETTERS);
  }

  private List<String> sent(String queue) {
    return server.getAllServeEvents().stream()
        .filter(
            event -> "AmazonSQS.SendMessage".equals(event.getRequest().getHeader("X-Amz-Target")))
        .filter(event -> field(event, "QueueUrl").endsWith(queue))
        .map(event -> field(event, "MessageBody"))
        .toList();
  }

  /** A request of an AWS client that speaks JSON, such as SQS and Secrets Manager. */
  record AwsCall(String service, String action, String body) {
    String field(String name) {
      return String.valueOf(Json.read(body, Map.class).get(name));
    }
  }

  /** What AWS clients asked for, oldest first; S3's excepted, which is not here. */
  List<AwsCall> awsCalls() {
    return server.getAllServeEvents().reversed().stream()
        .map(ServeEvent::getRequest)
        .filter(request -> request.containsHeader("X-Amz-Target"))
        .map(request -> {
          String[] target = request.getHeader("X-Amz-Target").split("\\.");
          return new AwsCall(target[0], target[1], request.getBodyAsString());
        })
        .toList();
  }

  private static String field(ServeEvent event, String name) {
    return (String) Json.read(event.getRequest().getBodyAsString(), Map.class).get(name);
  }

  /** SQS answers with the digest of what it took. */
  @Override
  public ResponseDefinition transform(ServeEvent event) {
    try {
      byte[] md5 =
          MessageDigest.getInstance("MD5").digest(Requests.bytes(field(event, "MessageBody")));
      return new ResponseDefinitionBuilder()
          .withHeader("Content-Type", "application/x-amz-json-1.0")
          .withBody(
              Json.write(
                  Map.of("MessageId", "1", "MD5OfMessageBody", HexFormat.of().formatHex(md5))))
          .build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean applyGlobally() {
    return false;
  }

  @Override
  public String getName() {
    return "sqs";
  }

  @Override
  public void close() {
    server.stop();
  }
}
