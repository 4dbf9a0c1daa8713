package io.lumiere.web.session;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.facet.Facet;
import io.lumiere.query.group.SectionBy;
import io.lumiere.query.language.dates.FriendlyDates;
import io.lumiere.query.language.fields.QueryField;
import io.lumiere.query.language.fields.QueryFields;
import io.lumiere.web.http.ApiModule;
import io.lumiere.web.http.Call;
import io.lumiere.web.http.Reply;
import io.lumiere.web.http.Route;
import io.lumiere.web.http.Schema;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The session and the help of the query language. Thread-safe. */
public final class SessionApi implements ApiModule {
  private static final Schema.Members CAPABILITIES =
      Schema.object("Capabilities")
          .with("reveal", Schema.flag(), "It can show a photo in the desktop's file manager.")
          .with("write", Schema.flag(), "Lists, searches, archives and jobs can be changed.");
  private static final Schema.Members FIELD =
      Schema.object("QueryField")
          .with("name", Schema.text(), "What stands before the colon.")
          .with("example", Schema.text(), "A value.")
          .with("help", Schema.text(), "What it keeps.");
  private static final Schema.Members SESSION =
      Schema.object("Session")
          .with("version", Schema.text(), "Lumiere's version.")
          .optional("archive", Schema.text(), "The archive of requests that name none.")
          .with(
              "collections",
              Schema.list(Schema.text()),
              "The archives that are collections, which cannot do all that a folder can.")
          .with("capabilities", CAPABILITIES, "What can be done here.")
          .with("first_start", Schema.flag(), "There is no archive yet.")
          .with("facets", Schema.list(Schema.text()), "What hits can be counted by.")
          .with("sorts", Schema.list(Schema.text()), "The orders of hits.")
          .with("groups", Schema.list(Schema.text()), "What hits can be grouped by.")
          .with("fields", Schema.list(FIELD), "The fields of the query language.");

  private final SessionFacts facts;

  public SessionApi(SessionFacts facts) {
    this.facts = facts;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/session", "session")
            .summary("What the gallery is, and what it can do.")
            .reply(SESSION)
            .to(this::session),
        Route.get("/help/query", "queryHelp")
            .summary("The help of the query language.")
            .reply(QueryHelpSections.SCHEMA)
            .to(call -> QueryHelpSections.reply()));
  }

  private Reply session(Call call) {
    return Reply.json(this::writeSession);
  }

  private void writeSession(JsonGenerator json) throws IOException {
    String archive = facts.archive().get().orElse(null);
    json.writeStringField("version", facts.version());
    if (archive != null) {
      json.writeStringField("archive", archive);
    }
    writeTexts(json, "collections", facts.collections().get().stream());
    json.writeObjectFieldStart("capabilities");
    json.writeBooleanField("reveal", facts.canReveal());
    json.writeBooleanField("write", facts.canWrite());
    json.writeEndObject();
    json.writeBooleanField("first_start", archive == null);
    writeTexts(json, "facets", QueryFields.facets().stream().map(Facet::name));
    writeTexts(json, "sorts", names(SearchRequest.Sort.values()));
    writeTexts(json, "groups", Stream.concat(Stream.of("none"), names(SectionBy.values())));
    json.writeArrayFieldStart("fields");
    for (QueryField field : new QueryFields(new FriendlyDates(LocalDate.EPOCH, false)).all()) {
      json.writeStartObject();
      json.writeStringField("name", field.name());
      json.writeStringField("example", field.example());
      json.writeStringField("help", field.help());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static Stream<String> names(Enum<?>[] values) {
    return Stream.of(values).map(value -> value.name().toLowerCase(Locale.ROOT));
  }

  private static void writeTexts(JsonGenerator json, String name, Stream<String> texts)
      throws IOException {
    String[] all = texts.toArray(String[]::new);
    json.writeFieldName(name);
    json.writeArray(all, 0, all.length);
  }
}
