package dailyreport.bootstrap.local.serve;

import java.net.URI;
import java.util.Map;

/** What every response tells a browser to refuse. */
final class SecurityHeaders {
  private final Map<String, String> all;

  /** For pages of the server at that address, whose pictures may be asked by any of its names. */
  SecurityHeaders(URI address) {
    String pictures =
        "'self' data: http://127.0.0.1:%1$d http://localhost:%1$d".formatted(address.getPort());
    this.all =
        Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self';"
                + " connect-src 'self'; img-src "
                + pictures
                + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin");
  }

  Map<String, String> all() {
    return all;
  }
}
