package dailyreport.bootstrap.local.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalServerTest {
  private final LocalServer server = LocalServer.bind(LocalServer.LOOPBACK, 0);

  @BeforeEach
  void start() {
    server.start(
        List.of(
            Route.open("/open", _ -> Response.empty(200)),
            Route.page("/page", _ -> Response.html(200, "<p>ก</p>")),
            Route.command("/command", request -> Response.json(200, Json.object(request.body()))),
            Route.webhook("/hook", 10, request -> Response.empty(200 + request.body().length)),
            Route.open(
                "/bug",
                _ -> {
                  throw new IllegalStateException("secret words");
                }),
            Route.open("/below/", request -> Response.html(200, request.path()))),
        LinkEndpoint::gone);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void everyResponseTellsTheBrowserWhatToRefuse() throws IOException {
    for (String path : List.of("/open", "/page", "/none", "/bug")) {
      Http.Got got = Http.get(at(path));
      assertThat(got.header("X-Content-Type-Options")).as(path).contains("nosniff");
      assertThat(got.header("Content-Security-Policy").orElse(""))
          .contains("default-src 'none'")
          .doesNotContain("unsafe");
    }
  }

  @Test
  void aPathThatIsNoneIsAThaiPage() throws IOException {
    for (String path : List.of("/none", "/pag", "/page/", "/%2e%2e/etc/passwd", "/open/../page")) {
      Http.Got got = Http.get(at(path));
      assertThat(got.status()).as(path).isEqualTo(404);
      assertThat(got.text()).contains("ไม่พบรายงาน");
    }
  }

  @Test
  void onlyTheMethodOfARouteIsTaken() throws IOException {
    Http.Got got = Http.post(at("/page"), new byte[0], Map.of());
    assertThat(got.status()).isEqualTo(405);
    assertThat(got.header("Allow")).contains("GET");
    assertThat(Http.raw(at("/"), "DELETE /none HTTP/1.1\r\nHost: localhost\r\n\r\n"))
        .isEqualTo("405");
  }

  @Test
  void aPageOfAnotherNameIsKeptFromTheDesk() throws IOException {
    assertThat(asHost("evil.example", "/page")).isEqualTo("403");
    assertThat(asHost("127.0.0.1.evil.example", "/page")).isEqualTo("403");
    assertThat(asHost("localhost:" + server.address().getPort(), "/page")).isEqualTo("200");
    assertThat(asHost("evil.example", "/open")).isEqualTo("200");
  }

  @Test
  void aCommandComesAsJsonFromAPageOfThisServer() throws IOException {
    assertThat(Http.json(at("/command"), "{\"a\":1}").text()).isEqualTo("{\"a\":1}");
    assertThat(Http.post(at("/command"), "{}".getBytes(), Map.of("Content-Type", "text/plain")))
        .extracting(Http.Got::status)
        .isEqualTo(403);
    String foreign =
        "POST /command HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.example\r\n"
            + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
    assertThat(Http.raw(at("/"), foreign)).isEqualTo("403");
    assertThat(Http.raw(at("/"), foreign.replace("evil.example", "localhost"))).isEqualTo("200");
  }

  @Test
  void whatIsNoJsonIsRefusedWithWordsThatQuoteNothing() throws IOException {
    for (String body : List.of("", "[]", "{\"secret\":", "{} {}", "{\"a\":1,}")) {
      Http.Got got = Http.json(at("/command"), body);
      assertThat(got.status()).as(body).isEqualTo(400);
      assertThat(got.json()).containsEntry("message", "expected one JSON object");
    }
  }

  @Test
  void aLongBodyIsCutOneByteAfterItsLimitAndItsSenderGetsTheAnswer() throws IOException {
    assertThat(Http.post(at("/hook"), new byte[10], Map.of()).status()).isEqualTo(210);
    assertThat(Http.post(at("/hook"), new byte[3 << 20], Map.of()).status()).isEqualTo(211);
  }

  @Test
  void aBugIsAStatusWithoutWords() throws IOException {
    Http.Got got = Http.get(at("/bug"));
    assertThat(got.status()).isEqualTo(500);
    assertThat(got.body()).isEmpty();
  }

  @Test
  void aRouteThatEndsWithASlashHasAllBelowIt() throws IOException {
    assertThat(Http.get(at("/below/a/b")).text()).isEqualTo("/below/a/b");
    assertThat(Http.get(at("/below")).status()).isEqualTo(404);
  }

  @Test
  void aPortThatIsTakenIsNamed() {
    int port = server.address().getPort();
    assertThatThrownBy(() -> LocalServer.bind(LocalServer.LOOPBACK, port))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("port " + port)
        .hasMessageContaining("--port");
  }

  private String asHost(String host, String path) throws IOException {
    return Http.raw(at("/"), "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
  }

  private URI at(String path) {
    return URI.create(server.address() + path);
  }
}
