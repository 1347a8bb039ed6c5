package dailyreport.bootstrap.local.simulator;

import dailyreport.bootstrap.local.serve.Endpoint;
import dailyreport.bootstrap.local.serve.LocalServer;
import dailyreport.bootstrap.local.serve.Request;
import dailyreport.bootstrap.local.serve.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page and what belongs to it, from this module's resources. */
final class PageFiles implements Endpoint {
  static final String PATH = "/simulator/";

  /** One name without a folder: nothing else can be asked for. */
  private static final Pattern NAME =
      Pattern.compile("(font/)?([a-z][a-z0-9-]{0,40})\\.([a-z]{2,4})");

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ttf", "font/ttf");
  private static final Map<String, String> FONTS =
      Map.of(
          "sarabun-regular", "Sarabun-Regular",
          "sarabun-bold", "Sarabun-Bold");

  @Override
  public Response answer(Request request) {
    Matcher name = NAME.matcher(request.path().substring(PATH.length()));
    if (!name.matches()) {
      return Response.empty(404);
    }
    String kind = name.group(3);
    boolean font = name.group(1) != null;
    if (!TYPES.containsKey(kind) || font != kind.equals("ttf")) {
      return Response.empty(404);
    }
    String base = font ? FONTS.getOrDefault(name.group(2), "none") : name.group(2);
    return resource(base + "." + kind)
        .map(bytes -> Response.of(200, TYPES.getOrDefault(kind, "text/plain"), bytes))
        .orElseGet(() -> Response.empty(404));
  }

  /** The page itself. */
  static Response page(Request request) {
    return resource("page.html")
        .map(bytes -> Response.of(200, "text/html; charset=utf-8", bytes))
        .orElseGet(() -> Response.empty(404));
  }

  private static Optional<byte[]> resource(String name) {
    try (InputStream in = LocalServer.class.getResourceAsStream(name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
