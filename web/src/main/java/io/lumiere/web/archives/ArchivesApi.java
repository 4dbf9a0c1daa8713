package io.lumiere.web.archives;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lumiere.web.folders.TypedPath;
import io.lumiere.web.http.ApiModule;
import io.lumiere.web.http.Call;
import io.lumiere.web.http.HttpProblem;
import io.lumiere.web.http.Parameter;
import io.lumiere.web.http.Reply;
import io.lumiere.web.http.Route;
import io.lumiere.web.http.Schema;
import io.lumiere.workspace.Home;
import java.io.IOException;
import java.util.List;

/** The endpoints of the list of archives. Thread-safe. */
public final class ArchivesApi implements ApiModule {
  private static final int LONGEST_PATH = 4096;
  private static final Parameter ID = Parameter.text("id", "The archive.");
  private static final Schema.Members ARCHIVE =
      Schema.object("Archive")
          .with("id", Schema.text(), "Identifies it: the parameter archive of searches.")
          .with("name", Schema.text(), "What people call it.")
          .with(
              "index", Schema.text(), "The folder of its index, or the address of its collection.")
          .optional(
              "collection",
              Schema.flag(),
              "True where it is a collection, which cannot do all that a folder can.")
          .optional("root", Schema.text(), "The folder of its photos.")
          .with("photos", Schema.count(), "How many photos its index has.")
          .optional("model", Schema.text(), "The model that its searches use.")
          .with("ready", Schema.flag(), "Whether it can be searched.")
          .optional("problem", Schema.text(), "What is wrong with it.");
  private static final Schema ARCHIVES =
      Schema.object("Archives")
          .with("archives", Schema.list(ARCHIVE), "In the order in which they were added.")
          .with("current", Schema.text().orNull(), "Which one requests mean that name none.");

  private final Home home;
  private final Archives archives;

  public ArchivesApi(Home home, Archives archives) {
    this.home = home;
    this.archives = archives;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/archives", "listArchives")
            .summary("Lists the archives that the gallery knows.")
            .reply(ARCHIVES)
            .to(this::list),
        Route.post("/archives", "addArchive")
            .summary("Adds an index that is on the gallery's machine.")
            .body(
                Schema.object("ArchiveIndex")
                    .with("index", Schema.text(LONGEST_PATH), "The folder of the index."))
            .reply(201, ARCHIVE)
            .to(this::add),
        Route.delete("/archives/{id}", "forgetArchive")
            .summary("Takes an archive off the list; its index and photos stay.")
            .variable(ID)
            .noContent()
            .problems(404)
            .to(this::forget),
        Route.put("/archives/{id}/model", "useModel")
            .summary("Lets searches of an archive use another model of its index.")
            .variable(ID)
            .body(
                Schema.object("ArchiveModel")
                    .with("model", Schema.text(200), "A model that the index has vectors of."))
            .reply(ARCHIVE)
            .problems(404)
            .to(this::use));
  }

  private Reply list(Call call) {
    List<ArchiveLine> all = archives.lines();
    String current = archives.current().map(ArchiveEntry::id).orElse(null);
    return Reply.json(json -> {
      json.writeArrayFieldStart("archives");
      for (ArchiveLine line : all) {
        json.writeStartObject();
        write(json, line);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeStringField("current", current);
    });
  }

  private Reply add(Call call) {
    ArchiveEntry entry = archives.add(TypedPath.read(call.json().mandatoryText("index"), home));
    return reply(entry).status(201);
  }

  private Reply forget(Call call) {
    archives.forget(entry(call).id());
    return Reply.empty();
  }

  private Reply use(Call call) {
    ArchiveEntry entry = entry(call);
    archives.use(entry, call.json().mandatoryText("model"));
    return reply(entry(call));
  }

  private ArchiveEntry entry(Call call) {
    String id = call.variable("id");
    return archives
        .find(id)
        .orElseThrow(() -> HttpProblem.notFound("there is no archive \"" + id + "\""));
  }

  private Reply reply(ArchiveEntry entry) {
    ArchiveLine line = ArchiveLine.of(archives.state(entry));
    return Reply.json(json -> write(json, line));
  }

  private static void write(JsonGenerator json, ArchiveLine line) throws IOException {
    ArchiveState state = line.state();
    ArchiveEntry entry = state.entry();
    OpenArchive open = state.open();
    json.writeStringField("id", entry.id());
    json.writeStringField("name", entry.name());
    json.writeStringField("index", entry.index().toString());
    if (entry.index().folder().isEmpty()) {
      json.writeBooleanField("collection", true);
    }
    if (open != null) {
      json.writeStringField("root", open.root().toString());
      json.writeStringField("model", open.model().id());
    }
    json.writeNumberField("photos", line.photos());
    json.writeBooleanField("ready", state.isReady());
    if (state.problem().isPresent()) {
      json.writeStringField("problem", state.problem().get());
    }
  }
}
