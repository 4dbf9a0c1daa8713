package io.lumiere.web.lists;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lumiere.web.archives.Archives;
import io.lumiere.web.http.ApiModule;
import io.lumiere.web.http.Call;
import io.lumiere.web.http.HttpProblem;
import io.lumiere.web.http.JsonObject;
import io.lumiere.web.http.Parameter;
import io.lumiere.web.http.Reply;
import io.lumiere.web.http.Route;
import io.lumiere.web.http.Schema;
import java.io.IOException;
import java.util.List;

/** The endpoints of saved searches. Thread-safe. */
public final class SearchesApi implements ApiModule {
  private static final Parameter ID = Parameter.text("id", "The saved search.");
  private static final Schema NAME = Names.SCHEMA;
  private static final Schema.Members SEARCH =
      Schema.object("SavedSearch")
          .with("id", Schema.text(), "Identifies it.")
          .with("name", Schema.text(), "What people call it.")
          .with("query", Schema.text(), "The search parameters as a query string.");
  private static final Schema SEARCHES =
      Schema.object("SavedSearches")
          .with("searches", Schema.list(SEARCH), "In the order of their making.");

  private final Archives archives;
  private final Lists lists;

  public SearchesApi(Archives archives, Lists lists) {
    this.archives = archives;
    this.lists = lists;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/searches", "listSearches")
            .summary("Lists saved searches.")
            .parameter(Archives.PARAMETER)
            .reply(SEARCHES)
            .to(this::list),
        Route.post("/searches", "saveSearch")
            .summary("Saves a search under a name; one of that name is replaced.")
            .parameter(Archives.PARAMETER)
            .body(
                Schema.object("NewSearch")
                    .with("name", NAME, "What to call it.")
                    .with(
                        "query",
                        Schema.text(ListsApi.LONGEST_SEARCH),
                        "The search parameters as a query string."))
            .reply(201, SEARCH)
            .link("/id", "id", "renameSearch", "deleteSearch")
            .to(this::save),
        Route.patch("/searches/{id}", "renameSearch")
            .summary("Renames a saved search.")
            .variable(ID)
            .parameter(Archives.PARAMETER)
            .body(Schema.object("SearchName").with("name", NAME, "What to call it."))
            .reply(SEARCH)
            .problems(404, 409)
            .to(this::rename),
        Route.delete("/searches/{id}", "deleteSearch")
            .summary("Deletes a saved search.")
            .variable(ID)
            .parameter(Archives.PARAMETER)
            .noContent()
            .problems(404)
            .to(this::delete));
  }

  private Reply list(Call call) {
    List<SavedSearch> searches = lists.get(archives.open(call.arguments())).searches();
    return Reply.json(json -> {
      json.writeArrayFieldStart("searches");
      for (SavedSearch search : searches) {
        json.writeStartObject();
        write(json, search);
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  private Reply save(Call call) {
    JsonObject order = call.json();
    String name = order.mandatoryText("name").strip();
    SavedSearch saved = new SavedSearch(Names.newId(), name, order.mandatoryText("query"));
    lists.change(
        archives.open(call.arguments()),
        kept -> {
          KeptLists others = kept;
          for (SavedSearch search : kept.searches()) {
            others = search.name().equals(name) ? others.withoutSearch(search.id()) : others;
          }
          return others.plus(saved);
        });
    return reply(saved).status(201);
  }

  private Reply rename(Call call) {
    String id = call.variable("id");
    String name = call.json().mandatoryText("name").strip();
    KeptLists after =
        lists.change(
            archives.open(call.arguments()),
            kept -> {
              require(kept, id);
              requireFree(kept, id, name);
              return kept.withSearch(id, search -> search.named(name));
            });
    return reply(require(after, id));
  }

  private Reply delete(Call call) {
    String id = call.variable("id");
    lists.change(
        archives.open(call.arguments()),
        kept -> {
          require(kept, id);
          return kept.withoutSearch(id);
        });
    return Reply.empty();
  }

  private static SavedSearch require(KeptLists kept, String id) {
    return kept.search(id)
        .orElseThrow(() -> HttpProblem.notFound("there is no saved search \"" + id + "\""));
  }

  /** Of two with one name, the next saving under it would replace both. */
  private static void requireFree(KeptLists kept, String id, String name) {
    for (SavedSearch search : kept.searches()) {
      if (!search.id().equals(id) && search.name().equals(name)) {
        throw HttpProblem.conflict(
            "there is a saved search \"" + name + "\" already: choose another name");
      }
    }
  }

  private static Reply reply(SavedSearch search) {
    return Reply.json(json -> write(json, search));
  }

  private static void write(JsonGenerator json, SavedSearch search) throws IOException {
    json.writeStringField("id", search.id());
    json.writeStringField("name", search.name());
    json.writeStringField("query", search.query());
  }
}
