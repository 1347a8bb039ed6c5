package dailyreport.bootstrap.local.serve;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the route of a request and keeps out who must not take it. */
final class Router {
  private static final Set<String> DESK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final List<Route> routes;
  private final Endpoint otherwise;

  Router(List<Route> routes, Endpoint otherwise) {
    this.routes = List.copyOf(routes);
    this.otherwise = otherwise;
  }

  /** The route of a request, if there is one. */
  Optional<Route> route(String method, String path) {
    return routes.stream()
        .filter(route -> route.leadsTo(path) && route.method().equals(method))
        .findFirst();
  }

  /** Answers; a bug of an endpoint is a 500 without words. */
  Response answer(Request request) {
    try {
      return route(request.method(), request.path())
          .map(route -> answer(route, request))
          .orElseGet(() -> misled(request));
    } catch (RuntimeException e) {
      Bugs.log("request", e);
      return Response.empty(500);
    }
  }

  private static Response answer(Route route, Request request) {
    if (route.audience() == Route.Audience.DESK && !fromDesk(request, route)) {
      return Response.refusal(403, "only from a page of this server, by its local address");
    }
    try {
      return route.endpoint().answer(request);
    } catch (IllegalArgumentException e) {
      return Response.refusal(400, String.valueOf(e.getMessage()));
    }
  }

  /** A page of another origin can neither set this type without being asked back, nor hide. */
  private static boolean fromDesk(Request request, Route route) {
    boolean here = request.header("Host").filter(Router::ofThisMachine).isPresent();
    return here
        && (route.method().equals("GET")
            || (request.header("Content-Type").filter(Router::json).isPresent()
                && request
                    .header("Origin")
                    .map(origin -> sameOrigin(request, origin))
                    .orElse(true)));
  }

  private static boolean ofThisMachine(String host) {
    return DESK.contains(host.toLowerCase(Locale.ROOT).replaceFirst(":\\d{1,5}$", ""));
  }

  private static boolean json(String type) {
    return type.toLowerCase(Locale.ROOT).startsWith("application/json");
  }

  private static boolean sameOrigin(Request request, String origin) {
    try {
      return request.header("Host").equals(Optional.ofNullable(URI.create(origin).getAuthority()));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private Response misled(Request request) {
    Set<String> others =
        routes.stream()
            .filter(route -> route.leadsTo(request.path()))
            .map(Route::method)
            .collect(Collectors.toSet());
    if (!others.isEmpty()) {
      return Response.onlyBy(String.join(", ", others));
    }
    boolean known = request.method().equals("GET") || request.method().equals("POST");
    return known ? otherwise.answer(request) : Response.onlyBy("GET, POST");
  }
}
