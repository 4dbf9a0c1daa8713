package io.lumiere.web.lists;

import io.lumiere.web.archives.Archives;
import io.lumiere.web.archives.OpenArchive;
import io.lumiere.web.http.ApiModule;
import io.lumiere.web.http.Call;
import io.lumiere.web.http.HttpProblem;
import io.lumiere.web.http.JsonObject;
import io.lumiere.web.http.Parameter;
import io.lumiere.web.http.Reply;
import io.lumiere.web.http.Route;
import io.lumiere.web.http.Schema;
import io.lumiere.web.search.Searches;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The endpoints of lists: albums and labels. Thread-safe. */
public final class ListsApi implements ApiModule {
  /** The longest search, which has the ids of liked photos and pictures in it. */
  static final int LONGEST_SEARCH = 16_384;

  private static final int LONGEST_ID = 200;
  private static final long LARGEST_BODY = 8L << 20;
  private static final Parameter ID = Parameter.text("id", "The list.");
  private static final Schema NAME = Names.SCHEMA;
  private static final Schema IDS = Schema.list(Schema.text(LONGEST_ID), PhotoList.MOST_PHOTOS);
  private static final Schema LISTS =
      Schema.object("PhotoLists")
          .with("revision", Schema.count(), "One more with each change.")
          .with("lists", Schema.list(ListState.SCHEMA), "In the order of their making.");
  private static final Schema CHANGE =
      Schema.object("ListChange")
          .with("count", Schema.count(), "How many photos the list has now.")
          .with("added", Schema.count(), "How many came.")
          .with("removed", Schema.count(), "How many went.");

  private final Archives archives;
  private final Lists lists;
  private final WholeResults results;
  private final DeletedLists deleted = new DeletedLists();

  public ListsApi(Archives archives, Lists lists, Searches searches) {
    this.archives = archives;
    this.lists = lists;
    this.results = new WholeResults(searches);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/lists", "listLists")
            .summary("Lists albums and labels.")
            .parameter(Archives.PARAMETER)
            .reply(LISTS)
            .to(this::list),
        Route.post("/lists", "makeList")
            .summary("Makes an album or a label.")
            .parameter(Archives.PARAMETER)
            .body(
                Schema.object("NewList")
                    .with("name", NAME, "What to call it.")
                    .with("kind", kinds(), "What it is to people."))
            .reply(201, ListState.SCHEMA)
            .link("/id", "id", "renameList", "deleteList", "changeList")
            .link("/id", "list", "grid")
            .problems(409)
            .to(this::make),
        Route.patch("/lists/{id}", "renameList")
            .summary("Renames a list.")
            .variable(ID)
            .parameter(Archives.PARAMETER)
            .body(Schema.object("ListName").with("name", NAME, "What to call it."))
            .reply(ListState.SCHEMA)
            .problems(404, 409)
            .to(this::rename),
        Route.delete("/lists/{id}", "deleteList")
            .summary("Deletes a list; its photos stay.")
            .variable(ID)
            .parameter(Archives.PARAMETER)
            .noContent()
            .problems(404)
            .to(this::delete),
        Route.post("/lists/{id}/restore", "restoreList")
            .summary("Takes back the deletion of a list, for those that were deleted last.")
            .variable(ID)
            .parameter(Archives.PARAMETER)
            .reply(ListState.SCHEMA)
            .problems(404, 409)
            .to(this::restore),
        Route.post("/lists/{id}/photos", "changeList")
            .summary(
                "Adds photos to a list and takes others out; ids that are unknown are not added.")
            .variable(ID)
            .parameter(Archives.PARAMETER)
            .body(
                Schema.object("ListPhotos")
                    .optional("add", IDS, "Ids of photos to add.")
                    .optional("remove", IDS, "Ids of photos to take out.")
                    .optional(
                        "search",
                        Schema.text(LONGEST_SEARCH),
                        "Search parameters as a query string: all hits are added."),
                LARGEST_BODY)
            .reply(CHANGE)
            .problems(404)
            .to(this::change));
  }

  private static Schema kinds() {
    return Schema.oneOf(Arrays.stream(PhotoList.Kind.values()).map(PhotoList.Kind::word).toList());
  }

  private Reply list(Call call) {
    OpenArchive archive = archives.open(call.arguments());
    List<ListState> states = lists.states(archive);
    long revision = lists.get(archive).revision();
    return Reply.json(json -> {
      json.writeNumberField("revision", revision);
      json.writeArrayFieldStart("lists");
      for (ListState state : states) {
        json.writeStartObject();
        state.write(json);
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  private Reply make(Call call) {
    OpenArchive archive = archives.open(call.arguments());
    JsonObject order = call.json();
    String name = order.mandatoryText("name").strip();
    PhotoList.Kind kind =
        PhotoList.Kind.valueOf(order.mandatoryText("kind").toUpperCase(Locale.ROOT));
    PhotoList made = new PhotoList(Names.newId(), name, kind, List.of());
    lists.change(
        archive,
        kept -> {
          requireFree(kept, made);
          return kept.plus(made);
        });
    return reply(archive, made.id()).status(201);
  }

  private Reply rename(Call call) {
    OpenArchive archive = archives.open(call.arguments());
    String id = call.variable("id");
    String name = call.json().mandatoryText("name").strip();
    lists.change(
        archive,
        kept -> {
          requireFree(kept, require(kept, id).named(name));
          return kept.withList(id, list -> list.named(name));
        });
    return reply(archive, id);
  }

  private Reply delete(Call call) {
    OpenArchive archive = archives.open(call.arguments());
    String id = call.variable("id");
    lists.change(
        archive,
        kept -> {
          deleted.keep(archive.index(), require(kept, id));
          return kept.withoutList(id);
        });
    return Reply.empty();
  }

  private Reply restore(Call call) {
    OpenArchive archive = archives.open(call.arguments());
    String id = call.variable("id");
    PhotoList list = deleted.find(archive.index(), id).orElseThrow(() -> missing(id));
    lists.change(
        archive,
        kept -> {
          requireFree(kept, list);
          return kept.list(id).isPresent() ? kept : kept.plus(list);
        });
    return reply(archive, id);
  }

  private Reply change(Call call) {
    OpenArchive archive = archives.open(call.arguments());
    String id = call.variable("id");
    require(lists.get(archive), id);
    Map<String, KeptPhoto> added = added(archive, call.json());
    Set<String> removed = new HashSet<>(call.json().texts("remove"));
    int[] counts = new int[2];
    lists.change(
        archive,
        kept -> {
          PhotoList before = require(kept, id);
          PhotoList less = before.with(List.of(), removed);
          PhotoList after = less.with(added.values(), Set.of());
          counts[0] = after.photos().size() - less.photos().size();
          counts[1] = before.photos().size() - less.photos().size();
          return kept.withList(id, list -> after);
        });
    int count = state(archive, id).present();
    return Reply.json(json -> {
      json.writeNumberField("count", count);
      json.writeNumberField("added", counts[0]);
      json.writeNumberField("removed", counts[1]);
    });
  }

  private Map<String, KeptPhoto> added(OpenArchive archive, JsonObject order) {
    Map<String, KeptPhoto> photos = new LinkedHashMap<>();
    List<String> ids = new ArrayList<>(order.texts("add"));
    order.text("search").ifPresent(search -> ids.addAll(results.ids(archive, search)));
    archive.search().findAll(ids).forEach(photo -> photos.put(photo.id(), KeptPhoto.of(photo)));
    return photos;
  }

  private Reply reply(OpenArchive archive, String id) {
    return Reply.json(state(archive, id)::write);
  }

  private ListState state(OpenArchive archive, String id) {
    return lists.states(archive).stream()
        .filter(state -> state.list().id().equals(id))
        .findFirst()
        .orElseThrow(() -> missing(id)); // Deleted meanwhile.
  }

  private static PhotoList require(KeptLists kept, String id) {
    return kept.list(id).orElseThrow(() -> missing(id));
  }

  private static HttpProblem missing(String id) {
    return HttpProblem.notFound("there is no list \"" + id + "\"");
  }

  private static void requireFree(KeptLists kept, PhotoList wanted) {
    for (PhotoList list : kept.lists()) {
      if (!list.id().equals(wanted.id())
          && list.kind() == wanted.kind()
          && list.name().equals(wanted.name())) {
        throw HttpProblem.conflict(
            "there is a list \"" + wanted.name() + "\" already: choose another name");
      }
    }
  }
}
