package dailyreport.bootstrap.local;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Asks for AAPL19 again and again; every fourth time with a signature that is not LINE's. */
final class LoadClient {
  private static final String HMAC = "HmacSHA256";

  private final URI server;
  private final String secret;
  private final AtomicLong events = new AtomicLong();

  LoadClient(URI server, String secret) {
    this.server = server;
    this.secret = secret;
  }

  /**
   * What one connection saw.
   *
   * @param signed nanoseconds until the answer to each signed event
   * @param forged the same for each forged one
   * @param wrong answers with another status than 200 or 403
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once
  record Seen(long[] signed, long[] forged, int wrong) {}

  /** Asks once, over a connection of its own, and returns the status. */
  int once() throws Exception {
    try (var connection = new LoadConnection(server)) {
      return connection.send(request(true));
    }
  }

  /** Asks until then, by the clock of {@link System#nanoTime}. */
  Seen until(long nanoTime) throws Exception {
    var signed = new ArrayList<Long>();
    var forged = new ArrayList<Long>();
    int wrong = 0;
    try (var connection = new LoadConnection(server)) {
      for (int i = 0; System.nanoTime() < nanoTime; i++) {
        boolean ours = i % 4 != 3;
        byte[] request = request(ours);
        long start = System.nanoTime();
        int status = connection.send(request);
        (ours ? signed : forged).add(System.nanoTime() - start);
        wrong += status == (ours ? 200 : 403) ? 0 : 1;
      }
    }
    return new Seen(nanos(signed), nanos(forged), wrong);
  }

  private byte[] request(boolean signed) throws GeneralSecurityException {
    long number = events.incrementAndGet();
    byte[] body =
        """
        {"destination":"U0","events":[{"type":"message","mode":"active","timestamp":%d,\
        "source":{"type":"user","userId":"U1"},"webhookEventId":"load-%d",\
        "deliveryContext":{"isRedelivery":false},"replyToken":"token-%d",\
        "message":{"type":"text","id":"1","quoteToken":"q","text":"AAPL19"}}]}\
        """
            .formatted(System.currentTimeMillis(), number, number)
            .getBytes(StandardCharsets.UTF_8);
    var mac = Mac.getInstance(HMAC);
    String key = signed ? secret : "another secret";
    mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), HMAC));
    return LoadConnection.post(server, body, Base64.getEncoder().encodeToString(mac.doFinal(body)));
  }

  private static long[] nanos(List<Long> all) {
    return all.stream().mapToLong(Long::longValue).toArray();
  }
}
