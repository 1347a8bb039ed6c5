package dailyreport.bootstrap.lambda;

import static dailyreport.bootstrap.lambda.Requests.bytes;
import static dailyreport.bootstrap.lambda.Requests.text;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.Deadline;
import dailyreport.contract.Examples;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  private final Rehearsal both =
      new Rehearsal((event, deadline) -> bytes("webhook"), (event, deadline) -> bytes("worker"));

  private String answered(byte[] event) {
    return text(both.answer(event, Deadline.in(Duration.ofSeconds(5), Examples.NOW)));
  }

  @Test
  void requestsAreTheWebhooksAndEverythingElseIsTheWorkers() {
    assertThat(answered(Requests.request("GET", "/r/x"))).isEqualTo("webhook");
    assertThat(answered(bytes("{\"Records\":[{\"messageId\":\"m\"}]}"))).isEqualTo("worker");
    assertThat(answered(bytes("{\"v\":\"1\",\"event\":\"digest\"}"))).isEqualTo("worker");
  }
}
