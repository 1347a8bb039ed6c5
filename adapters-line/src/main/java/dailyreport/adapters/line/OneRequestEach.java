package dailyreport.adapters.line;

import java.io.IOException;
import java.net.ConnectException;
import okhttp3.Call;
import okhttp3.EventListener;

/**
 * Keeps OkHttp from repeating a request by itself after the connection broke: the first one may
 * have used up the reply token. A connection that was never made may be tried on another address.
 */
final class OneRequestEach extends EventListener {
  @Override
  public void retryDecision(Call call, IOException exception, boolean retry) {
    if (retry && !(exception instanceof ConnectException)) {
      call.cancel();
    }
  }
}
