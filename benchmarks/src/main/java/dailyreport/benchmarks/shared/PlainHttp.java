package dailyreport.benchmarks.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * The same server asked by nothing but the JDK's client, on which the SDK's is built too: unsigned,
 * on a connection that is kept alive, with every body read to its end.
 */
final class PlainHttp {
  private PlainHttp() {}

  /** The bytes at that address. */
  static byte[] get(URI address) {
    try {
      var connection = connection(address);
      requireStatus(200, connection);
      try (InputStream body = connection.getInputStream()) {
        return body.readAllBytes();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("GET " + address, e);
    }
  }

  /** The tag of the object at that address. */
  static String head(URI address) {
    try {
      var connection = connection(address);
      connection.setRequestMethod("HEAD");
      requireStatus(200, connection);
      return connection.getHeaderField("ETag");
    } catch (IOException e) {
      throw new UncheckedIOException("HEAD " + address, e);
    }
  }

  /** Asks for the object unless it has that tag, which it must have; answers the status. */
  static int unchanged(URI address, String tag) {
    try {
      var connection = connection(address);
      connection.setRequestProperty("If-None-Match", tag);
      return requireStatus(304, connection);
    } catch (IOException e) {
      throw new UncheckedIOException("conditional GET " + address, e);
    }
  }

  private static HttpURLConnection connection(URI address) throws IOException {
    var connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setUseCaches(false);
    return connection;
  }

  private static int requireStatus(int expected, HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    if (status != expected) {
      throw new IOException("HTTP " + status + " in place of " + expected);
    }
    return status;
  }
}
