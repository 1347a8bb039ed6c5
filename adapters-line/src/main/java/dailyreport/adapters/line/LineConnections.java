package dailyreport.adapters.line;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;

/**
 * What OkHttp does with connections otherwise than by default.
 *
 * <p>It never repeats a request by itself after the connection broke: the first one may have used
 * up the reply token. A connection that was never made may be tried on another address.
 *
 * <p>It sends without waiting. A reply of more than 8 KiB leaves in two parts, and the second would
 * wait for an acknowledgement of the first (Nagle's algorithm), which the other side may delay by
 * 40 ms: measured, 45 ms of the 50 ms that a hit took.
 */
final class LineConnections extends EventListener {
  /** OkHttp's own limit of 5 would have the events of one body wait for one another. */
  static final int AT_ONCE = 32;

  @Override
  public void retryDecision(Call call, IOException exception, boolean retry) {
    if (retry && !(exception instanceof ConnectException)) {
      call.cancel();
    }
  }

  @Override
  public void connectionAcquired(Call call, Connection connection) {
    try {
      connection.socket().setTcpNoDelay(true);
    } catch (SocketException _) {
      // Closed meanwhile, as the request itself will find.
    }
  }
}
