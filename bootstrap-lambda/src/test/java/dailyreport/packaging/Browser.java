package dailyreport.packaging;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** What somebody who follows a link gets; it sends no credentials. */
final class Browser {
  private Browser() {}

  /** The status and the body's first five bytes. */
  static String fetched(String address) throws IOException {
    var connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
    int status = connection.getResponseCode();
    try (var body = status == 200 ? connection.getInputStream() : connection.getErrorStream()) {
      return status + " " + new String(body.readNBytes(5), StandardCharsets.US_ASCII);
    }
  }
}
