package io.lumiere.web.server;

import io.lumiere.web.http.HttpProblem;
import io.lumiere.web.http.QueryString;
import io.lumiere.web.http.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** All routes, and the one that a request means. Immutable. */
final class RouteTable {
  private final List<Route> routes;
  private final Map<Integer, List<Route>> bySegments = new HashMap<>();

  /** A route, and the values of its path's variables. */
  record Match(Route route, Map<String, String> variables) {}

  /** A method that a path does not have. */
  static final class NoMethodException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoMethodException(String allow) {
      super(allow, null, false, false);
    }

    /** The value of the header Allow. */
    String allow() {
      return String.valueOf(getMessage());
    }
  }

  /**
   * A table of these routes.
   *
   * @throws IllegalArgumentException if two have the same name, or the same method and path
   */
  RouteTable(List<Route> routes) {
    this.routes = List.copyOf(routes);
    Set<String> seen = new HashSet<>();
    for (Route route : routes) {
      String shape = route.method() + " " + route.path().replaceAll("\\{[^}]*}", "{}");
      if (!seen.add(shape) || !seen.add(route.id())) {
        throw new IllegalArgumentException("two routes " + route + " (" + route.id() + ")");
      }
      bySegments
          .computeIfAbsent(segments(route.path()).length, count -> new ArrayList<>())
          .add(route);
    }
  }

  List<Route> routes() {
    return routes;
  }

  /**
   * The route of a method and a path as it was sent, with its percent signs.
   *
   * @throws HttpProblem of status 404 for a path of no route
   * @throws NoMethodException if the path has other methods
   */
  Match find(String method, String path) {
    String[] segments = segments(path);
    Set<String> methods = new LinkedHashSet<>();
    Match best = null;
    for (Route route : bySegments.getOrDefault(segments.length, List.of())) {
      Map<String, String> variables = new HashMap<>();
      if (!matches(segments(route.path()), segments, variables)) {
        continue;
      }
      methods.add(route.method().name());
      boolean asked =
          route.method().name().equals(method)
              || (method.equals("HEAD") && route.method() == Route.Method.GET);
      // A literal segment comes before a variable.
      if (asked && (best == null || variables.size() < best.variables().size())) {
        best = new Match(route, variables);
      }
    }
    if (best != null) {
      return best;
    }
    if (methods.isEmpty()) {
      throw HttpProblem.notFound("the API has no such path");
    }
    throw new NoMethodException(allow(methods));
  }

  private static String allow(Set<String> methods) {
    Set<String> all = new TreeSet<>(methods);
    if (all.contains("GET")) {
      all.add("HEAD");
    }
    return String.join(", ", all);
  }

  private static boolean matches(
      String[] template, String[] segments, Map<String, String> variables) {
    for (int i = 0; i < template.length; i++) {
      if (template[i].startsWith("{")) {
        if (segments[i].isEmpty()) {
          return false;
        }
        variables.put(
            template[i].substring(1, template[i].length() - 1), QueryString.decode(segments[i]));
      } else if (!template[i].equals(segments[i])) {
        return false;
      }
    }
    return true;
  }

  private static String[] segments(String path) {
    return path.substring(1).split("/", -1);
  }
}
