package dailyreport.adapters.s3;

import java.net.URI;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;

/**
 * A second opinion: a server by other people, in memory, on a free loopback port, that refuses
 * wrong signatures. Its client is Apache's: S3Proxy leaves the last chunk of the URL connection's
 * bodies unread, and the next request on that connection fails.
 */
final class S3ProxyServer implements AutoCloseable {
  static final String BUCKET = "second-opinion";

  static final AwsCredentialsProvider KEYS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("proxy-id", "proxy-key"));

  private final S3Proxy server;
  private final SdkHttpClient http = new OneAtATime(Apache5HttpClient.builder().build());

  private S3ProxyServer(S3Proxy server) {
    this.server = server;
  }

  static S3ProxyServer start() {
    var store = new TransientNio2BlobStore();
    store.createContainer(BUCKET);
    S3Proxy server =
        S3Proxy.builder()
            .blobStore(store)
            .endpoint(URI.create("http://127.0.0.1:0"))
            .stopTimeout(0)
            .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "proxy-id", "proxy-key")
            .build();
    try {
      server.start();
    } catch (Exception e) { // S3Proxy declares no narrower one
      throw new IllegalStateException("S3Proxy on a loopback port", e);
    }
    return new S3ProxyServer(server);
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getPort());
  }

  Bench bench() {
    return bench(KEYS);
  }

  Bench bench(AwsCredentialsProvider keys) {
    return new Bench(endpoint(), BUCKET, keys, http);
  }

  @Override
  public void close() {
    http.close();
    try {
      server.stop();
    } catch (Exception e) { // S3Proxy declares no narrower one
      throw new IllegalStateException("S3Proxy stops", e);
    }
  }
}
