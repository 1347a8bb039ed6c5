package dailyreport.bootstrap.lambda;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dailyreport.application.port.Deadline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RuntimeLoopTest {
  private static final String RUNTIME = "/2018-06-01/runtime/";

  @RegisterExtension
  static final WireMockExtension LAMBDA =
      WireMockExtension.newInstance()
          .options(options().dynamicPort().bindAddress("127.0.0.1"))
          .build();

  private RuntimeLoop loop(int postStatus) {
    LAMBDA.stubFor(
        get(urlEqualTo(RUNTIME + "invocation/next"))
            .willReturn(
                okJson("{\"hello\":1}")
                    .withHeader("Lambda-Runtime-Aws-Request-Id", "id-1")
                    .withHeader("Lambda-Runtime-Deadline-Ms", "1762858800000")));
    LAMBDA.stubFor(post(urlMatching(RUNTIME + ".*")).willReturn(status(postStatus)));
    return new RuntimeLoop("127.0.0.1:" + LAMBDA.getPort());
  }

  @Test
  void anEventIsAnsweredUnderItsIdWithTimeLeftToPost() throws Exception {
    var deadlines = new ArrayList<Deadline>();
    loop(202)
        .serveOne((event, deadline) -> {
          deadlines.add(deadline);
          return event;
        });
    LAMBDA.verify(
        1,
        postRequestedFor(urlEqualTo(RUNTIME + "invocation/id-1/response"))
            .withRequestBody(equalTo("{\"hello\":1}")));
    assertThat(deadlines).containsExactly(new Deadline(Instant.parse("2025-11-11T10:59:57Z")));
  }

  @Test
  void aBugIsReportedWithoutItsWordsAndTheLoopGoesOn() throws Exception {
    RuntimeLoop loop = loop(202);
    loop.serveOne((_, _) -> {
      throw new IllegalStateException("canary: what a user wrote");
    });
    loop.serveOne((_, _) -> "{}".getBytes(StandardCharsets.UTF_8));
    LAMBDA.verify(
        1,
        postRequestedFor(urlEqualTo(RUNTIME + "invocation/id-1/error"))
            .withRequestBody(
                equalTo(
                    "{\"errorType\":\"IllegalStateException\","
                        + "\"errorMessage\":\"IllegalStateException\"}")));
    LAMBDA.verify(1, postRequestedFor(urlEqualTo(RUNTIME + "invocation/id-1/response")));
  }

  @Test
  void aStartThatFailedIsTold() throws Exception {
    loop(202).initError(new InputException("SECRET_NAME: expected a name"));
    LAMBDA.verify(
        1,
        postRequestedFor(urlEqualTo(RUNTIME + "init/error"))
            .withRequestBody(
                equalTo(
                    "{\"errorType\":\"InputException\","
                        + "\"errorMessage\":\"SECRET_NAME: expected a name\"}")));
  }

  @Test
  void anInterfaceThatIsGoneEndsTheLoop() {
    RuntimeLoop refused = loop(500);
    assertThatThrownBy(() -> refused.serve((event, _) -> event))
        .isInstanceOf(IOException.class)
        .hasMessage("runtime interface, invocation/id-1/response: status 500");
    LAMBDA.stubFor(get(urlEqualTo(RUNTIME + "invocation/next")).willReturn(ok("{}")));
    assertThatThrownBy(() -> refused.serve((event, _) -> event))
        .hasMessage("runtime interface, next event: status 200");
  }
}
