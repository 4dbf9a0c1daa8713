package io.lumiere.web.server;

import io.lumiere.web.access.Access;
import io.lumiere.web.http.Body;
import io.lumiere.web.http.HttpProblem;
import io.lumiere.web.http.QueryString;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/**
 * How one gets in: the one-time token of an address, the login, the token of programs. Thread-safe.
 */
final class Doors {
  private static final String BEARER = "bearer ";
  private static final int LONGEST_FORM = 4096;
  private static final long COOKIE_SECONDS = 30L * 24 * 60 * 60;

  private final Access access;
  private final Sender sender;

  Doors(Access access, Sender sender) {
    this.access = access;
    this.sender = sender;
  }

  /**
   * Lets a request for the API in, or throws.
   *
   * @return whether it is a program's
   * @throws HttpProblem of status 401 or 429
   */
  boolean admit(Exchange exchange) {
    Request request = exchange.request();
    String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    if (header != null) {
      if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
        throw new HttpProblem(401, "the header Authorization must be: Bearer TOKEN");
      }
      Access.Verdict verdict =
          access.program(header.substring(BEARER.length()).strip(), exchange.from());
      if (verdict == Access.Verdict.RIGHT) {
        return true;
      }
      throw verdict == Access.Verdict.WAIT
          ? tooMany()
          : new HttpProblem(401, "this is not the token of programs");
    }
    if (cookies(request).noneMatch(access::isSession)) {
      throw new HttpProblem(
          401,
          access.hasPassword()
              ? "log in at /login first"
              : "open the address with the token that 'lumiere serve' printed; a program sends the"
                  + " header Authorization: Bearer TOKEN",
          json -> {
            if (access.hasPassword()) {
              json.writeStringField("login", "/login");
            }
          });
    }
    return false;
  }

  /** Answers what is about getting in and out; false if the request is about something else. */
  boolean handle(Exchange exchange, String path) {
    Request request = exchange.request();
    String query = request.getHttpURI().getQuery();
    if (path.equals("/") && query != null && query.startsWith("token=")) {
      allow(request, "GET");
      open(exchange, query);
      return true;
    }
    if (path.equals("/login") && access.hasPassword()) {
      allow(request, "GET", "HEAD", "POST");
      if (request.getMethod().equals("POST")) {
        login(exchange);
      } else {
        form(exchange, 200, "");
      }
      return true;
    }
    if (path.equals("/logout")) {
      allow(request, "POST");
      logout(exchange);
      return true;
    }
    return false;
  }

  private void open(Exchange exchange, String query) {
    String token = QueryString.pairs(query).get(0).value();
    Optional<String> session = access.open(token);
    if (session.isPresent()) {
      enter(exchange, session.get());
    } else {
      send(exchange, 401, Map.of(), DoorPages.usedAddress(chinese(exchange)));
    }
  }

  private void login(Exchange exchange) {
    Request request = exchange.request();
    OriginRule.check("POST", request.getHeaders(), GalleryHandler.ownOrigin(request), false);
    switch (access.password(password(request), exchange.from())) {
      case RIGHT -> enter(exchange, access.login());
      case WRONG -> form(exchange, 401, DoorPages.wrong(chinese(exchange)));
      case WAIT -> form(exchange, 429, DoorPages.wait(chinese(exchange)));
    }
  }

  private static String password(Request request) {
    try (InputStream body = Content.Source.asInputStream(request)) {
      byte[] form = body.readNBytes(LONGEST_FORM + 1);
      if (form.length > LONGEST_FORM) {
        throw new HttpProblem(413, "a password is shorter than this");
      }
      List<QueryString.Pair> pairs =
          QueryString.pairs(new String(form, StandardCharsets.UTF_8).strip());
      return pairs.stream()
          .filter(pair -> pair.name().equals("password"))
          .map(QueryString.Pair::value)
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      throw HttpProblem.badRequest("the body broke off");
    }
  }

  private void logout(Exchange exchange) {
    Request request = exchange.request();
    OriginRule.check("POST", request.getHeaders(), GalleryHandler.ownOrigin(request), false);
    cookies(request).forEach(access::logout);
    redirect(exchange, access.hasPassword() ? "/login" : "/", setCookie(request, "", 0));
  }

  private void form(Exchange exchange, int status, String message) {
    Map<String, String> headers = new LinkedHashMap<>();
    // Where no referrer is sent at all, browsers send "Origin: null" with a form, too.
    headers.put("Referrer-Policy", "same-origin");
    if (status == 429) {
      headers.put("Retry-After", "60");
    }
    send(exchange, status, headers, DoorPages.login(chinese(exchange), message));
  }

  private void enter(Exchange exchange, String session) {
    redirect(exchange, "/", setCookie(exchange.request(), session, COOKIE_SECONDS));
  }

  private void redirect(Exchange exchange, String to, String cookie) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Location", to);
    headers.put("Set-Cookie", cookie);
    headers.put("Cache-Control", "no-store");
    end(exchange, new Outgoing(303, headers, new Body.Empty()));
  }

  private void send(Exchange exchange, int status, Map<String, String> more, String html) {
    Map<String, String> headers = new LinkedHashMap<>(more);
    headers.put("Cache-Control", "no-store");
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    end(exchange, new Outgoing(status, headers, new Body.Bytes(bytes, "text/html; charset=utf-8")));
  }

  private void end(Exchange exchange, Outgoing reply) {
    if (exchange.claim()) {
      sender.send(exchange, reply);
    }
  }

  private static boolean chinese(Exchange exchange) {
    String languages = exchange.request().getHeaders().get(HttpHeader.ACCEPT_LANGUAGE);
    return languages != null && languages.startsWith("zh");
  }

  /** Cookies do not know ports: each server has a name of its own. */
  private static String cookieName(Request request) {
    return "lumiere_" + Request.getServerPort(request);
  }

  /**
   * All of this name: a server on another port can set one of a longer path, which the browser then
   * sends first.
   */
  private static Stream<String> cookies(Request request) {
    String name = cookieName(request);
    return Request.getCookies(request).stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue);
  }

  private static String setCookie(Request request, String value, long seconds) {
    return cookieName(request)
        + "="
        + value
        + "; Path=/; Max-Age="
        + seconds
        + "; HttpOnly; SameSite=Strict"
        + (request.isSecure() ? "; Secure" : "");
  }

  private static void allow(Request request, String... methods) {
    if (!List.of(methods).contains(request.getMethod())) {
      throw new RouteTable.NoMethodException(String.join(", ", methods));
    }
  }

  private static HttpProblem tooMany() {
    return new HttpProblem(429, "too many wrong tokens came from this address: wait a minute");
  }
}
