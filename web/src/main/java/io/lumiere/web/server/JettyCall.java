package io.lumiere.web.server;

import io.lumiere.web.http.Arguments;
import io.lumiere.web.http.Call;
import io.lumiere.web.http.HttpProblem;
import io.lumiere.web.http.JsonObject;
import io.lumiere.web.http.Route;
import io.lumiere.web.http.Schema;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** A request that came by Jetty. Its arguments and the kind of its body were checked. */
final class JettyCall implements Call {
  private final Request request;
  private final Route route;
  private final Map<String, String> variables;
  private final Arguments arguments;
  private volatile boolean reading;
  private @Nullable JsonObject body;

  JettyCall(Request request, RouteTable.Match match) {
    this.request = request;
    this.route = match.route();
    this.variables = match.variables();
    this.route.variables().forEach(each -> each.check(String.valueOf(variables.get(each.name()))));
    String query = request.getHttpURI().getQuery();
    this.arguments = Arguments.parse(query == null ? "" : query, route.parameters());
    checkInput();
  }

  private void checkInput() {
    Route.Input input = route.input();
    long length = request.getLength();
    if (input == null) {
      if (length > 0) {
        throw HttpProblem.badRequest("there must not be a body here");
      }
      return;
    }
    if (!fits(input.type(), request.getHeaders().get(HttpHeader.CONTENT_TYPE))) {
      throw new HttpProblem(415, "the body must be " + input.type());
    }
    if (length > input.limit()) {
      throw tooLong(input);
    }
  }

  private static boolean fits(String wanted, @Nullable String given) {
    String type = given == null ? "" : given.split(";")[0].strip().toLowerCase(Locale.ROOT);
    if (wanted.endsWith("/*")) {
      return type.startsWith(wanted.substring(0, wanted.length() - 1))
          || type.equals("application/octet-stream");
    }
    return type.equals(wanted);
  }

  @Override
  public Route route() {
    return route;
  }

  @Override
  public String variable(String name) {
    String value = variables.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the path of " + route + " has no {" + name + "}");
    }
    return value;
  }

  @Override
  public Arguments arguments() {
    return arguments;
  }

  @Override
  public Optional<String> header(String name) {
    return Optional.ofNullable(request.getHeaders().get(name));
  }

  @Override
  public JsonObject json() {
    Schema.@Nullable Members schema = input().schema();
    if (schema == null) {
      throw new IllegalArgumentException(route + " declares no body of JSON");
    }
    if (body != null) {
      return body;
    }
    try (InputStream in = upload()) {
      body = JsonObject.parse(in.readAllBytes(), schema);
      return body;
    } catch (IOException e) {
      throw HttpProblem.badRequest("the body broke off");
    }
  }

  @Override
  public InputStream upload() {
    return new LimitedInput(Content.Source.asInputStream(request), input());
  }

  @Override
  public boolean holds(String etag) {
    return Etags.matches(request.getHeaders().getValuesList("If-None-Match"), etag);
  }

  /** Whether it waits for the client's body in this moment. */
  boolean isReading() {
    return reading;
  }

  private Route.Input input() {
    Route.Input input = route.input();
    if (input == null) {
      throw new IllegalArgumentException(route + " declares no body");
    }
    return input;
  }

  private static HttpProblem tooLong(Route.Input input) {
    return new HttpProblem(413, "the body has more than " + input.limit() + " bytes");
  }

  private final class LimitedInput extends FilterInputStream {
    private final Route.Input input;
    private long left;

    LimitedInput(InputStream in, Route.Input input) {
      super(in);
      this.input = input;
      this.left = input.limit();
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      reading = true;
      try {
        int count = super.read(bytes, offset, length);
        left -= Math.max(0, count);
        if (left < 0) {
          throw tooLong(input);
        }
        return count;
      } finally {
        reading = false;
      }
    }

    @Override
    public long skip(long count) throws IOException {
      return count <= 0 ? 0 : Math.max(0, read(new byte[(int) Math.min(count, 8192)]));
    }
  }
}
