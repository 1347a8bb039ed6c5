package dailyreport.adapters.yahoo;

import dailyreport.application.port.Fault;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Takes a body as it arrives, unpacked, and hangs up as soon as it is too large. */
final class CappedBody implements HttpResponse.BodySubscriber<byte[]> {
  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
  private final CappedBytes bytes;
  private final @Nullable Gunzip gunzip;
  private Flow.@Nullable Subscription subscription;

  /**
   * A body with an upper size.
   *
   * @param encoding value of {@code Content-Encoding}, empty when the header is absent
   * @param most largest size in bytes after unpacking
   */
  CappedBody(String encoding, int most) {
    bytes = new CappedBytes(most);
    String name = encoding.toLowerCase(Locale.ROOT);
    gunzip = name.equals("gzip") ? new Gunzip(bytes) : null;
    if (gunzip == null && !name.isEmpty() && !name.equals("identity")) {
      fail(
          Broken.of(
              Fault.MALFORMED,
              Broken.Again.AT_ONCE,
              "body is encoded in a way that was not asked for"));
    }
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    if (whole.isDone()) {
      subscription.cancel();
    } else {
      subscription.request(Long.MAX_VALUE);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    try {
      for (ByteBuffer buffer : buffers) {
        if (whole.isDone()) {
          return;
        }
        var chunk = new byte[buffer.remaining()];
        buffer.get(chunk);
        if (gunzip == null) {
          bytes.add(chunk, chunk.length);
        } else {
          gunzip.accept(chunk);
        }
      }
    } catch (Broken e) {
      fail(e);
    }
  }

  @Override
  public void onError(Throwable thrown) {
    fail(thrown);
  }

  @Override
  public void onComplete() {
    try {
      if (gunzip != null && !whole.isDone()) {
        gunzip.finish();
        gunzip.close();
      }
      whole.complete(bytes.toArray());
    } catch (Broken e) {
      fail(e);
    }
  }

  private void fail(Throwable thrown) {
    if (subscription != null) {
      subscription.cancel();
    }
    if (gunzip != null) {
      gunzip.close();
    }
    whole.completeExceptionally(thrown);
  }
}
