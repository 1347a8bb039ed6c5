package dailyreport.adapters.s3;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Sends one request after the other. S3 decides a conditional write in one step; S3Proxy 4.1.0 on
 * its own store looks first and writes then, so that of two writers at the same moment both may
 * win. With one request at a time its answers are those of S3.
 */
final class OneAtATime implements SdkHttpClient {
  private final SdkHttpClient client;
  private final ReentrantLock turn = new ReentrantLock();

  OneAtATime(SdkHttpClient client) {
    this.client = client;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    ExecutableHttpRequest prepared = client.prepareRequest(request);
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        turn.lock();
        try {
          return prepared.call();
        } finally {
          turn.unlock();
        }
      }

      @Override
      public void abort() {
        prepared.abort();
      }
    };
  }

  @Override
  public String clientName() {
    return client.clientName();
  }

  @Override
  public void close() {
    client.close();
  }
}
