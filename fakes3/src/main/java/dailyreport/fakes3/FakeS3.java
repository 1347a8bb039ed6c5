package dailyreport.fakes3;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One bucket behind a free loopback port, addressed by path. Any credentials will do, unless it was
 * started with keys.
 */
public final class FakeS3 implements AutoCloseable {
  public static final String BUCKET = "reports-under-test";

  static {
    // Without it small answers wait up to 40 ms for the client's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final Function<S3Request, Optional<S3Reply>> guard;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Bucket bucket = new Bucket();
  private final Journal requests = new Journal();
  private final Journal answers = new Journal();
  private final List<Fault> script = new ArrayList<>();
  private volatile Consumer<String> beforeEach = request -> {};
  private volatile int pageSize = 1_000;

  private record Fault(Pattern request, Disruption disruption, boolean lasting) {}

  private FakeS3(HttpServer server, Function<S3Request, Optional<S3Reply>> guard) {
    this.server = server;
    this.guard = guard;
  }

  /** Starts a server with an empty bucket that looks at no signature. */
  public static FakeS3 start() {
    return start(_ -> Optional.empty());
  }

  /**
   * Starts a server with an empty bucket that does nothing without a signature made with these
   * keys: it answers as S3 does, mostly with 403, and notes the answer. A session token need only
   * be signed.
   *
   * @param clock the machine's, for clients sign with its time
   */
  public static FakeS3 start(String accessKey, String secretKey, InstantSource clock) {
    return start(new Signature(accessKey, secretKey, clock)::refusal);
  }

  private static FakeS3 start(Function<S3Request, Optional<S3Reply>> guard) {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var fake = new FakeS3(server, guard);
      server.setExecutor(fake.executor);
      server.createContext("/", fake::handle);
      server.start();
      return fake;
    } catch (IOException e) {
      throw new UncheckedIOException("fake S3 on a loopback port", e);
    }
  }

  /** Address for {@code S3Tier.openAt} and {@code AWS_ENDPOINT_URL_S3}. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Every request so far as {@code VERB key}, refused ones included; LIST has a prefix. */
  public List<String> requests() {
    return requests.lines();
  }

  /** How many requests so far begin with that text. */
  public long count(String start) {
    return requests.lines().stream().filter(request -> request.startsWith(start)).count();
  }

  /** Every request that came to an answer as {@code VERB key status}, in the order of answers. */
  public List<String> answers() {
    return answers.lines();
  }

  /** Forgets the requests so far, and their answers. */
  public void forgetRequests() {
    requests.forget();
    answers.forget();
  }

  /** From now on requests are counted and no longer listed: for runs of millions. */
  public void countOnly() {
    requests.countOnly();
    answers.countOnly();
  }

  /** How many requests came since they were last forgotten, listed or not. */
  public long total() {
    return requests.total();
  }

  /** All keys, sorted. */
  public List<String> keys() {
    return bucket.keys("");
  }

  /** The object of that key. */
  public Optional<StoredObject> object(String key) {
    return bucket.get(key);
  }

  /** Puts an object into the bucket past the network, whatever is there. */
  public void plant(String key, StoredObject object) {
    bucket.put(key, object, null, null);
  }

  /** Removes an object past the network. */
  public void uproot(String key) {
    bucket.delete(key, null);
  }

  /**
   * The next requests that match meet these disruptions, one each, before those planned later.
   *
   * @param request regular expression for {@code VERB key}
   */
  public void disrupt(String request, Disruption... disruptions) {
    synchronized (script) {
      for (Disruption disruption : disruptions) {
        script.add(new Fault(Pattern.compile(request), disruption, false));
      }
    }
  }

  /** All requests that match meet the disruption, until {@link #heal()}. */
  public void disruptAll(String request, Disruption disruption) {
    synchronized (script) {
      script.add(new Fault(Pattern.compile(request), disruption, true));
    }
  }

  /** Forgets all disruptions that have not happened. */
  public void heal() {
    synchronized (script) {
      script.clear();
    }
  }

  /** Runs before each request, with {@code VERB key}: for latency, or to meet another writer. */
  public void beforeEach(Consumer<String> hook) {
    beforeEach = hook;
  }

  /** Keys in one page of a listing; 1,000 unless set. */
  public void pageSize(int keys) {
    pageSize = keys;
  }

  private void handle(HttpExchange exchange) throws IOException {
    var request = S3Request.of(exchange);
    requests.add(request.toString());
    beforeEach.accept(request.toString());
    switch (next(request.toString()).orElse(null)) {
      case Disruption.Status(int code) -> noted(request, S3Reply.error(code)).send(exchange);
      case Disruption.DropAfterStore() -> {
        answer(request);
        exchange.close();
      }
      case Disruption.Drop() -> exchange.close();
      case Disruption.Hang() -> hang(exchange);
      case Disruption.HangAfterStore() -> {
        answer(request);
        hang(exchange);
      }
      case Disruption.Truncate() -> {
        answer(request).sendHalf(exchange);
        exchange.close();
      }
      case Disruption.Stall() -> {
        answer(request).sendHalf(exchange);
        hang(exchange);
      }
      case null -> answer(request).send(exchange);
    }
  }

  private Optional<Disruption> next(String request) {
    synchronized (script) {
      Iterator<Fault> faults = script.iterator();
      while (faults.hasNext()) {
        Fault fault = faults.next();
        if (fault.request().matcher(request).matches()) {
          if (!fault.lasting()) {
            faults.remove();
          }
          return Optional.of(fault.disruption());
        }
      }
      return Optional.empty();
    }
  }

  private S3Reply noted(S3Request request, S3Reply reply) {
    answers.add(request + " " + reply.status());
    return reply;
  }

  private S3Reply answer(S3Request request) {
    return noted(request, guard.apply(request).orElseGet(() -> carriedOut(request)));
  }

  private S3Reply carriedOut(S3Request request) {
    if (!request.bucket().equals(BUCKET)) {
      return S3Reply.noBucket();
    }
    return switch (request.verb()) {
      case "GET" -> get(request);
      case "HEAD" -> get(request).withoutBody();
      case "LIST" -> list(request);
      case "PUT" -> put(request);
      case "DELETE" ->
          S3Reply.of(bucket.delete(request.key(), request.header("if-match").orElse(null)));
      default -> S3Reply.error(400);
    };
  }

  private S3Reply get(S3Request request) {
    Optional<StoredObject> there = bucket.get(request.key());
    if (there.isEmpty()) {
      return S3Reply.error(404);
    }
    boolean known = request.header("if-none-match").filter(there.get().etag()::equals).isPresent();
    return known ? S3Reply.of(304) : S3Reply.of(there.get());
  }

  private S3Reply put(S3Request request) {
    StoredObject object;
    try {
      object = request.object();
    } catch (IllegalArgumentException e) {
      return S3Reply.error(400);
    }
    int metadata =
        object.metadata().entrySet().stream()
            .mapToInt(entry -> entry.getKey().length() + entry.getValue().length())
            .sum();
    if (metadata > 2_048) {
      return S3Reply.error(400);
    }
    int status =
        bucket.put(
            request.key(),
            object,
            request.header("if-match").orElse(null),
            request.header("if-none-match").orElse(null));
    return status == 200 ? S3Reply.of(200).tagged(object.etag()) : S3Reply.of(status);
  }

  private S3Reply list(S3Request request) {
    List<String> all = bucket.keys(request.key());
    String after = request.query("continuation-token").orElse("");
    List<String> rest = all.stream().filter(key -> key.compareTo(after) > 0).toList();
    List<String> page = rest.subList(0, Math.min(pageSize, rest.size()));
    return S3Reply.listing(
        page, key -> bucket.get(key).map(StoredObject::etag).orElse(""), page.size() < rest.size());
  }

  private void hang(HttpExchange exchange) {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.close();
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    executor.close();
  }

  @Override
  public String toString() {
    return "FakeS3 with " + Arrays.toString(keys().toArray());
  }
}
