package io.lumiere.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.lumiere.web.GalleryApi;
import io.lumiere.web.PaintedArchive;
import io.lumiere.web.TestGallery;
import io.lumiere.web.TestRoutes;
import io.lumiere.web.archives.Archives;
import io.lumiere.web.http.ApiModule;
import io.lumiere.web.http.Parameter;
import io.lumiere.web.http.Reply;
import io.lumiere.web.http.Route;
import io.lumiere.web.http.Schema;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document says what the table has, all of it and nothing else. */
class OpenApiTest {
  @TempDir Path folder;

  @Test
  void theDocumentHasEveryRoute() throws IOException {
    List<Route> routes = new TestRoutes(Path.of("x")).routes();
    Set<String> expected = new TreeSet<>();
    for (Route route : routes) {
      String operation =
          route.path() + " " + route.method().name().toLowerCase(java.util.Locale.ROOT);
      expected.add(operation + " " + route.id());
      route.parameters().forEach(each -> expected.add(operation + " query " + each.name()));
      route.variables().forEach(each -> expected.add(operation + " path " + each.name()));
      route.outputs().forEach(each -> expected.add(operation + " " + each.status()));
    }
    assertThat(operations(json(routes))).containsAll(expected);
  }

  @Test
  void theServerServesIt() throws IOException {
    try (TestGallery gallery = TestGallery.start()) {
      String body = gallery.get("/openapi.json").body();
      Set<String> operations = operations(body);
      assertThat(operations).contains("/openapi.json get openApi", "/session get session");
      assertThat(body).startsWith("{\"openapi\":\"3.1.0\"");
    }
  }

  /** Programs, and schemathesis, follow them from operation to operation. */
  @Test
  void everyLinkLeadsFromAValueOfTheAnswerToAParameter() {
    PaintedArchive painted = new PaintedArchive(folder);
    Archives archives = new Archives(painted.home(), painted.index());
    List<ApiModule> modules = GalleryApi.modules(painted.home(), archives, "1", false);
    try {
      List<Route> routes = modules.stream().flatMap(module -> module.routes().stream()).toList();
      int links = 0;
      for (Route route : routes) {
        for (Route.Link link : route.links()) {
          links++;
          Route target =
              routes.stream()
                  .filter(one -> one.id().equals(link.operation()))
                  .findAny()
                  .orElseThrow();
          assertThat(
                  Stream.of(target.variables(), target.parameters())
                      .flatMap(List::stream)
                      .map(Parameter::name))
              .as("%s", link)
              .contains(link.parameter());
          assertThat(at(route.outputs().getFirst().schema(), link.value())).as("%s", link).isTrue();
        }
      }
      assertThat(links).isGreaterThan(20);
    } finally {
      modules.forEach(ApiModule::close);
    }
  }

  /** Whether a value of a schema has something at a JSON pointer. */
  private static boolean at(Schema schema, String pointer) {
    Schema found = schema;
    for (String step : pointer.substring(1).split("/")) {
      found =
          switch (found) {
            case Schema.Items items -> items.items();
            case Schema.Members members ->
                members.members().stream()
                    .filter(member -> member.name().equals(step))
                    .findAny()
                    .orElseThrow()
                    .value();
            default -> throw new AssertionError(pointer + " leads into " + found);
          };
    }
    return found instanceof Schema.Text;
  }

  @Test
  void twoShapesOfOneNameAreRefused() {
    Route one = route("/a", "a", Schema.object("Thing").with("x", Schema.flag(), "x"));
    Route two = route("/b", "b", Schema.object("Thing").with("y", Schema.flag(), "y"));
    assertThatThrownBy(() -> new OpenApiDocument("1", List.of(one, two)))
        .hasMessageContaining("two schemas are called Thing");
    Route same = route("/b", "b", Schema.object("Thing").with("x", Schema.flag(), "x"));
    assertThat(new OpenApiDocument("1", List.of(one, same))).isNotNull();
  }

  private static Route route(String path, String id, Schema schema) {
    return Route.get(path, id).summary("s").reply(schema).to(call -> Reply.empty());
  }

  private static String json(List<Route> routes) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      new OpenApiDocument("1", routes).write(json);
      json.writeEndObject();
    }
    return text.toString();
  }

  /** Path, method, and beneath them names, parameters and statuses, read back from the document. */
  private static Set<String> operations(String document) throws IOException {
    Set<String> found = new TreeSet<>();
    try (JsonParser json = new JsonFactory().createParser(document)) {
      String parameter = null;
      while (json.nextToken() != null) {
        List<String> place = place(json);
        boolean operation = place.size() > 3 && place.get(0).equals("paths");
        String start = operation ? place.get(1) + " " + place.get(2) : "";
        if (operation
            && json.currentToken() == JsonToken.VALUE_STRING
            && place.size() == 4
            && place.get(3).equals("operationId")) {
          found.add(start + " " + json.getText());
        } else if (operation
            && json.currentToken() == JsonToken.VALUE_STRING
            && place.size() == 5
            && place.get(3).equals("parameters")) {
          if (place.get(4).equals("name")) {
            parameter = json.getText();
          } else if (place.get(4).equals("in")) {
            found.add(start + " " + json.getText() + " " + parameter);
          }
        } else if (operation
            && json.currentToken() == JsonToken.START_OBJECT
            && place.size() == 4
            && place.get(3).matches("[0-9]+")) {
          found.add(start + " " + place.get(3));
        } else if (operation && place.size() == 5 && place.get(3).equals("responses")) {
          found.add(start + " " + place.get(4));
        }
      }
    }
    return found;
  }

  private static List<String> place(JsonParser json) {
    java.util.ArrayDeque<String> names = new java.util.ArrayDeque<>();
    for (var context = json.getParsingContext(); context != null; context = context.getParent()) {
      if (context.getCurrentName() != null) {
        names.addFirst(context.getCurrentName());
      }
    }
    return List.copyOf(names);
  }
}
