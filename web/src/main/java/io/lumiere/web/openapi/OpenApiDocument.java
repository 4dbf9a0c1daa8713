package io.lumiere.web.openapi;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lumiere.web.http.JsonMembers;
import io.lumiere.web.http.Parameter;
import io.lumiere.web.http.Route;
import io.lumiere.web.http.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The OpenAPI 3.1 document of a route table. Immutable. */
public final class OpenApiDocument implements JsonMembers {
  /** What a problem has, and may have. */
  private static final Schema.Members PROBLEM =
      Schema.object("Problem")
          .with("type", Schema.text(), "about:blank: the status says what kind it is.")
          .with("title", Schema.text(), "The status in words.")
          .with("status", Schema.integer(400, 599), "The status.")
          .with("detail", Schema.text(), "What is wrong and what would be accepted.")
          .with("instance", Schema.text(), "The path that was asked for.")
          .andMore();

  /** Statuses that any route may answer with. */
  private static final List<Integer> COMMON =
      List.of(400, 401, 403, 404, 408, 409, 414, 422, 429, 503);

  private final String version;
  private final List<Route> routes;
  private final Map<String, Schema.Members> named = SchemaJson.named();

  /**
   * A document of these routes.
   *
   * @throws IllegalArgumentException if schemas that differ have the same name
   */
  public OpenApiDocument(String version, List<Route> routes) {
    this.version = version;
    this.routes = List.copyOf(routes);
    SchemaJson.collect(PROBLEM, named);
    for (Route route : routes) {
      if (route.input() != null && route.input().schema() != null) {
        SchemaJson.collect(route.input().schema(), named);
      }
      for (Route.Output output : route.outputs()) {
        if (output.schema() != null) {
          SchemaJson.collect(output.schema(), named);
        }
      }
    }
  }

  @Override
  public void write(JsonGenerator json) throws IOException {
    json.writeStringField("openapi", "3.1.0");
    json.writeObjectFieldStart("info");
    json.writeStringField("title", "Lumiere's gallery");
    json.writeStringField("version", version);
    json.writeStringField(
        "description", "Everything that the gallery's page shows and does, for programs.");
    json.writeEndObject();
    json.writeArrayFieldStart("servers");
    json.writeStartObject();
    json.writeStringField("url", "/api/v1");
    json.writeEndObject();
    json.writeEndArray();
    writePaths(json);
    writeComponents(json);
    writeSecurity(json);
  }

  private void writePaths(JsonGenerator json) throws IOException {
    Map<String, List<Route>> byPath = new LinkedHashMap<>();
    for (Route route : routes) {
      byPath.computeIfAbsent(route.path(), path -> new ArrayList<>()).add(route);
    }
    json.writeObjectFieldStart("paths");
    for (Map.Entry<String, List<Route>> path : byPath.entrySet()) {
      json.writeObjectFieldStart(path.getKey());
      for (Route route : path.getValue()) {
        json.writeObjectFieldStart(route.method().name().toLowerCase(Locale.ROOT));
        writeOperation(json, route);
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void writeOperation(JsonGenerator json, Route route) throws IOException {
    json.writeStringField("operationId", route.id());
    json.writeStringField("summary", route.summary());
    json.writeArrayFieldStart("parameters");
    for (Parameter variable : route.variables()) {
      writeParameter(json, variable, "path");
    }
    for (Parameter parameter : route.parameters()) {
      writeParameter(json, parameter, "query");
    }
    json.writeEndArray();
    if (route.input() != null) {
      writeBody(json, route.input());
    }
    json.writeObjectFieldStart("responses");
    writeReplies(json, route);
    writeProblems(json, route);
    json.writeEndObject();
  }

  private static void writeParameter(JsonGenerator json, Parameter parameter, String place)
      throws IOException {
    SchemaJson schemas = new SchemaJson(json);
    json.writeStartObject();
    json.writeStringField("name", parameter.name());
    json.writeStringField("in", place);
    json.writeBooleanField("required", parameter.required() || place.equals("path"));
    json.writeStringField("description", parameter.help());
    json.writeObjectFieldStart("schema");
    if (parameter.most() > 1) {
      schemas.members(Schema.list(parameter.values(), parameter.most()));
    } else {
      schemas.members(parameter.values());
      if (parameter.fallback() != null) {
        writeDefault(json, parameter.values(), parameter.fallback());
      }
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeDefault(JsonGenerator json, Schema values, String fallback)
      throws IOException {
    json.writeFieldName("default");
    switch (values) {
      case Schema.Whole whole -> json.writeNumber(Long.parseLong(fallback));
      case Schema.Real real -> json.writeNumber(Double.parseDouble(fallback));
      case Schema.Flag flag -> json.writeBoolean(fallback.equals("true"));
      default -> json.writeString(fallback);
    }
  }

  private static void writeBody(JsonGenerator json, Route.Input input) throws IOException {
    json.writeObjectFieldStart("requestBody");
    json.writeBooleanField("required", true);
    json.writeObjectFieldStart("content");
    json.writeObjectFieldStart(input.type());
    if (input.schema() != null) {
      json.writeFieldName("schema");
      new SchemaJson(json).write(input.schema());
    } else {
      json.writeObjectFieldStart("schema");
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeReplies(JsonGenerator json, Route route) throws IOException {
    Map<Integer, List<Route.Output>> byStatus = new LinkedHashMap<>();
    for (Route.Output output : route.outputs()) {
      byStatus.computeIfAbsent(output.status(), status -> new ArrayList<>()).add(output);
    }
    for (Map.Entry<Integer, List<Route.Output>> status : byStatus.entrySet()) {
      json.writeObjectFieldStart(String.valueOf(status.getKey()));
      json.writeStringField("description", "Done.");
      writeContent(json, status.getValue());
      writeLinks(json, route.links());
      json.writeEndObject();
    }
    if (route.method() == Route.Method.GET) {
      writeEmpty(json, 304, "The client has it already (If-None-Match).");
      if (route.outputs().stream().anyMatch(output -> output.schema() == null)) {
        writeEmpty(json, 206, "The ranges that were asked for.");
      }
    }
  }

  private static void writeLinks(JsonGenerator json, List<Route.Link> links) throws IOException {
    if (links.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("links");
    for (Route.Link link : links) {
      json.writeObjectFieldStart(link.operation());
      json.writeStringField("operationId", link.operation());
      json.writeObjectFieldStart("parameters");
      json.writeStringField(link.parameter(), "$response.body#" + link.value());
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void writeContent(JsonGenerator json, List<Route.Output> outputs)
      throws IOException {
    if (outputs.stream().allMatch(output -> output.type().isEmpty())) {
      return;
    }
    json.writeObjectFieldStart("content");
    for (Route.Output output : outputs) {
      json.writeObjectFieldStart(output.type());
      if (output.schema() != null) {
        json.writeFieldName("schema");
        new SchemaJson(json).write(output.schema());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void writeEmpty(JsonGenerator json, int status, String description)
      throws IOException {
    json.writeObjectFieldStart(String.valueOf(status));
    json.writeStringField("description", description);
    json.writeEndObject();
  }

  private static void writeProblems(JsonGenerator json, Route route) throws IOException {
    Set<Integer> statuses = new TreeSet<>(COMMON);
    statuses.addAll(route.problems());
    if (route.input() != null) {
      statuses.addAll(List.of(408, 413, 415));
    }
    if (route.outputs().stream().anyMatch(output -> output.schema() == null)) {
      statuses.add(416);
    }
    for (int status : statuses) {
      json.writeObjectFieldStart(String.valueOf(status));
      json.writeStringField("$ref", "#/components/responses/Problem");
      json.writeEndObject();
    }
  }

  private void writeComponents(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("components");
    json.writeObjectFieldStart("schemas");
    for (Schema.Members schema : named.values()) {
      new SchemaJson(json).define(schema);
    }
    json.writeEndObject();
    json.writeObjectFieldStart("responses");
    json.writeObjectFieldStart("Problem");
    json.writeStringField("description", "Not done; RFC 9457.");
    json.writeObjectFieldStart("content");
    json.writeObjectFieldStart("application/problem+json");
    json.writeFieldName("schema");
    new SchemaJson(json).write(PROBLEM);
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    json.writeObjectFieldStart("securitySchemes");
    json.writeObjectFieldStart("token");
    json.writeStringField("type", "http");
    json.writeStringField("scheme", "bearer");
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeSecurity(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("security");
    json.writeStartObject();
    json.writeArrayFieldStart("token");
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }
}
