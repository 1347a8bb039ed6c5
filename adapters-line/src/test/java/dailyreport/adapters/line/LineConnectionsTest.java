package dailyreport.adapters.line;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That nothing is repeated is shown by {@code LineFaultsTest}. */
class LineConnectionsTest {
  private final WireMockServer line =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());

  @BeforeEach
  void start() {
    line.start();
    line.stubFor(any(anyUrl()).willReturn(ok()));
  }

  @AfterEach
  void stop() {
    line.stop();
  }

  @Test
  void nothingWaitsForAnAcknowledgement() throws IOException {
    assertThat(undelayed(new LineConnections())).containsExactly(true, true);
  }

  /** Else the class would be of no use. */
  @Test
  void byDefaultThingsWait() throws IOException {
    assertThat(undelayed(EventListener.NONE)).containsExactly(false, false);
  }

  private List<Boolean> undelayed(EventListener listener) throws IOException {
    var seen = new ArrayList<Boolean>();
    OkHttpClient client =
        new OkHttpClient.Builder()
            .eventListener(listener)
            .addNetworkInterceptor(chain -> {
              seen.add(Objects.requireNonNull(chain.connection()).socket().getTcpNoDelay());
              return chain.proceed(chain.request());
            })
            .build();
    for (int i = 0; i < 2; i++) {
      client.newCall(new Request.Builder().url(line.baseUrl()).build()).execute().close();
    }
    client.connectionPool().evictAll();
    return seen;
  }
}
