package io.lumiere.web.http;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of the route table: what is asked how, and who answers. The server refuses whatever is not
 * declared here, and the OpenAPI document says what is. Immutable.
 */
public final class Route {
  private static final Pattern VARIABLE = Pattern.compile("\\{([a-z_]+)}");
  private static final long SMALL_BODY = 64 * 1024;

  /** The methods that routes have. HEAD is answered as GET without the body. */
  public enum Method {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE
  }

  /** What a request may bring: JSON by a schema, or bytes where there is no schema. */
  public record Input(Schema.@Nullable Members schema, String type, long limit) {}

  /** What a reply has: a content type, and for JSON its shape. */
  public record Output(int status, String type, @Nullable Schema schema) {}

  /**
   * What an answer is good for: a value of it is a parameter of another operation.
   *
   * @param operation the other route's id
   * @param value a JSON pointer into the answer
   */
  public record Link(String operation, String parameter, String value) {}

  private final Builder parts;
  private final Endpoint endpoint;

  private Route(Builder parts, Endpoint endpoint) {
    this.parts = parts;
    this.endpoint = endpoint;
  }

  public static Builder get(String path, String id) {
    return new Builder(Method.GET, path, id);
  }

  public static Builder post(String path, String id) {
    return new Builder(Method.POST, path, id);
  }

  public static Builder put(String path, String id) {
    return new Builder(Method.PUT, path, id);
  }

  public static Builder patch(String path, String id) {
    return new Builder(Method.PATCH, path, id);
  }

  public static Builder delete(String path, String id) {
    return new Builder(Method.DELETE, path, id);
  }

  public Method method() {
    return parts.method;
  }

  /** The path below {@code /api/v1}, such as {@code /photos/{id}/why}. */
  public String path() {
    return parts.path;
  }

  /** The operation's name, unique in the table, in camelCase. */
  public String id() {
    return parts.id;
  }

  public String summary() {
    return parts.summary;
  }

  /** The variables of the path, in its order. */
  public List<Parameter> variables() {
    return parts.variables;
  }

  /** The parameters of the query. */
  public List<Parameter> parameters() {
    return parts.parameters;
  }

  public @Nullable Input input() {
    return parts.input;
  }

  /** What it answers when all is well. */
  public List<Output> outputs() {
    return parts.outputs;
  }

  /** Where its answer leads on. */
  public List<Link> links() {
    return parts.links;
  }

  /** The statuses of errors of its own, besides those that every route has. */
  public List<Integer> problems() {
    return parts.problems;
  }

  public Endpoint endpoint() {
    return endpoint;
  }

  @Override
  public String toString() {
    return parts.method + " " + parts.path;
  }

  /** Collects the parts of a route. For one thread. */
  public static final class Builder {
    private final Method method;
    private final String path;
    private final String id;
    private String summary = "";
    private List<Parameter> variables = List.of();
    private List<Parameter> parameters = List.of();
    private List<Output> outputs = List.of();
    private List<Link> links = List.of();
    private List<Integer> problems = List.of();
    private @Nullable Input input;

    private Builder(Method method, String path, String id) {
      this.method = method;
      this.path = path;
      this.id = id;
    }

    /** One sentence for a programmer. */
    public Builder summary(String sentence) {
      summary = sentence;
      return this;
    }

    /** A variable of the path: the {@code {name}} of it. Where it is a text, it must be an id. */
    public Builder variable(Parameter variable) {
      variables =
          plus(
              variables,
              variable.values() instanceof Schema.Text
                  ? Parameter.of(variable.name(), Schema.id(), variable.help())
                  : variable);
      return this;
    }

    public Builder parameter(Parameter parameter) {
      parameters = plus(parameters, parameter);
      return this;
    }

    public Builder parameters(List<Parameter> more) {
      more.forEach(this::parameter);
      return this;
    }

    /** A body of JSON, at most 64 KiB. */
    public Builder body(Schema.Members schema) {
      return body(schema, SMALL_BODY);
    }

    /** A body of JSON of at most {@code limit} bytes. */
    public Builder body(Schema.Members schema, long limit) {
      input = new Input(schema, "application/json", limit);
      return this;
    }

    /** A body of bytes, such as {@code image/*}, at most {@code limit}. */
    public Builder upload(String type, long limit) {
      input = new Input(null, type, limit);
      return this;
    }

    /** A reply of JSON with status 200. */
    public Builder reply(Schema schema) {
      return reply(200, schema);
    }

    public Builder reply(int status, Schema schema) {
      outputs = plus(outputs, new Output(status, "application/json", schema));
      return this;
    }

    /** A reply of another content type with status 200; one call for each type. */
    public Builder reply(String type) {
      outputs = plus(outputs, new Output(200, type, null));
      return this;
    }

    /** A reply without a body. */
    public Builder noContent() {
      outputs = plus(outputs, new Output(204, "", null));
      return this;
    }

    /**
     * A value of its JSON answer, at a JSON pointer such as {@code /hits/0/id}, is a parameter of
     * other operations.
     */
    public Builder link(String value, String parameter, String... operations) {
      for (String operation : operations) {
        links = plus(links, new Link(operation, parameter, value));
      }
      return this;
    }

    /**
     * Statuses of errors of its own, besides 400, 401, 403, 404, 408, 409, 414, 422, 429 and 503.
     */
    public Builder problems(Integer... statuses) {
      problems = List.of(statuses);
      return this;
    }

    /** The route, answered by the endpoint. */
    public Route to(Endpoint endpoint) {
      List<String> named = new ArrayList<>();
      Matcher matcher = VARIABLE.matcher(path);
      while (matcher.find()) {
        named.add(matcher.group(1));
      }
      if (!named.equals(variables.stream().map(Parameter::name).toList())) {
        throw new IllegalArgumentException(path + " needs a variable() for each of " + named);
      }
      if (summary.isEmpty() || outputs.isEmpty()) {
        throw new IllegalArgumentException(method + " " + path + " lacks a summary or a reply");
      }
      return new Route(this, endpoint);
    }

    private static <T> List<T> plus(List<T> list, T one) {
      List<T> all = new ArrayList<>(list);
      all.add(one);
      return List.copyOf(all);
    }
  }
}
