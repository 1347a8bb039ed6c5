package dailyreport.adapters.yahoo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Speaks bytes instead of HTTP, so that it can misbehave; takes note when the client hangs up. */
final class RawServer implements AutoCloseable {
  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<String> paths = new CopyOnWriteArrayList<>();
  private final AtomicLong written = new AtomicLong();
  private final CompletableFuture<Long> hungUp = new CompletableFuture<>();

  /** What to do with the n-th request, counted from 1; the socket is closed afterwards. */
  @FunctionalInterface
  interface Conduct {
    void serve(int request, Line line) throws IOException;
  }

  /** The server's end of one connection. */
  final class Line {
    private final Socket socket;
    private final OutputStream out;
    private final String path;

    private Line(Socket socket, String path) throws IOException {
      this.socket = socket;
      this.path = path;
      this.out = socket.getOutputStream();
    }

    boolean asksFor(String start) {
      return path.startsWith(start);
    }

    /** A whole answer. */
    void answer(int status, String body) throws IOException {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      send("HTTP/1.1 " + status + " X\r\nContent-Length: " + bytes.length + "\r\n\r\n");
      send(bytes);
    }

    void send(String text) throws IOException {
      send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void send(byte[] bytes) throws IOException {
      out.write(bytes);
      out.flush();
      written.addAndGet(bytes.length);
    }

    /** Ends with RST instead of FIN. */
    void reset() throws IOException {
      socket.setSoLinger(true, 0);
    }

    /** Says nothing until the client hangs up. */
    void awaitHangUp() throws IOException {
      InputStream in = socket.getInputStream();
      while (in.read() >= 0) {
        // A client that waits sends nothing; end of stream is what we wait for.
      }
    }

    /** Whether the client hangs up before that much time has passed; known as soon as it does. */
    boolean hangsUpWithin(Duration time) throws IOException {
      socket.setSoTimeout((int) time.toMillis());
      try {
        awaitHangUp();
        return true;
      } catch (SocketTimeoutException e) {
        return false;
      }
    }
  }

  RawServer(Conduct conduct) throws IOException {
    Thread.ofVirtual().start(() -> accept(conduct));
  }

  /** Sends these bytes to everybody. */
  static RawServer saying(String text) throws IOException {
    return new RawServer((request, line) -> line.send(text));
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  int requests() {
    return paths.size();
  }

  /** Requests whose path begins like this. */
  long requests(String start) {
    return paths.stream().filter(path -> path.startsWith(start)).count();
  }

  long bytesWritten() {
    return written.get();
  }

  /** {@link System#nanoTime} of the moment the server saw the first client hang up. */
  long hungUpAt() {
    return hungUp.orTimeout(10, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept(Conduct conduct) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> converse(socket, conduct));
      } catch (IOException e) {
        if (!server.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void converse(Socket socket, Conduct conduct) {
    try (socket) {
      String path = readHead(socket.getInputStream());
      paths.add(path);
      conduct.serve(paths.size(), new Line(socket, path));
    } catch (IOException e) {
      // Writing to a client that has hung up: that is what hungUp is for.
    } finally {
      hungUp.complete(System.nanoTime());
    }
  }

  /** Reads a request without body; returns its path. */
  private static String readHead(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int octet = in.read();
      if (octet < 0) {
        throw new IOException("no request");
      }
      head.append((char) octet);
    }
    return head.toString().split(" ", 3)[1];
  }
}
