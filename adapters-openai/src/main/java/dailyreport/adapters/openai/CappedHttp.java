package dailyreport.adapters.openai;

import com.openai.core.RequestOptions;
import com.openai.core.http.Headers;
import com.openai.core.http.HttpClient;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpResponse;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;

/**
 * Reads no answer beyond a limit: the SDK would read whatever comes into memory, and the client
 * beneath it unpacks gzip unasked.
 */
final class CappedHttp implements HttpClient {
  /** Bytes after unpacking; a whole answer of ours has about 20 kB. */
  static final long MOST_BYTES = 1L << 20;

  private final HttpClient client;

  CappedHttp(HttpClient client) {
    this.client = client;
  }

  /** More came than an answer can have. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1;

    TooLarge() {
      super("more than " + MOST_BYTES + " bytes");
    }
  }

  @Override
  public HttpResponse execute(HttpRequest request, RequestOptions options) {
    return new Capped(client.execute(request, options));
  }

  @Override
  public CompletableFuture<HttpResponse> executeAsync(HttpRequest request, RequestOptions options) {
    return client.executeAsync(request, options).thenApply(Capped::new);
  }

  @Override
  public void close() {
    client.close();
  }

  private static final class Capped implements HttpResponse {
    private final HttpResponse response;
    private final InputStream body;

    private Capped(HttpResponse response) {
      this.response = response;
      this.body = new CappedStream(response.body());
    }

    @Override
    public int statusCode() {
      return response.statusCode();
    }

    @Override
    public Headers headers() {
      return response.headers();
    }

    @Override
    public InputStream body() {
      return body;
    }

    @Override
    public void close() {
      response.close();
    }
  }

  private static final class CappedStream extends FilterInputStream {
    private long left = MOST_BYTES;

    private CappedStream(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = super.read(into, from, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) throws TooLarge {
      left -= read;
      if (left < 0) {
        throw new TooLarge();
      }
    }
  }
}
