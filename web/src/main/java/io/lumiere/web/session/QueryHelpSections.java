package io.lumiere.web.session;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lumiere.query.language.HelpSection;
import io.lumiere.query.language.QueryParser;
import io.lumiere.views.JsonFields;
import io.lumiere.web.http.Reply;
import io.lumiere.web.http.Schema;
import java.io.IOException;

/** The help of the query language in sections: words and signs, dates, fields. Thread-safe. */
final class QueryHelpSections {
  private static final Schema.Members LINE =
      Schema.object("QueryHelpLine")
          .with("examples", Schema.list(Schema.text()), "Searches.")
          .with("text", Schema.text(), "What they do.")
          .with("other_names", Schema.list(Schema.text()), "Other names of the field in it.");

  static final Schema.Members SCHEMA =
      Schema.object("QueryHelp")
          .with(
              "sections",
              Schema.list(
                  Schema.object("QueryHelpSection")
                      .with("title", Schema.text(), "What it is about.")
                      .with("lines", Schema.list(LINE), "What searches do.")),
              "The parts of the help.");

  private QueryHelpSections() {}

  static Reply reply() {
    return Reply.json(
        json -> JsonFields.objects(json, "sections", QueryParser.help(), QueryHelpSections::write));
  }

  private static void write(JsonGenerator json, HelpSection section) throws IOException {
    json.writeStringField("title", section.title());
    JsonFields.objects(json, "lines", section.lines(), QueryHelpSections::write);
  }

  private static void write(JsonGenerator json, HelpSection.Line line) throws IOException {
    JsonFields.texts(json, "examples", line.examples());
    json.writeStringField("text", line.text());
    JsonFields.texts(json, "other_names", line.otherNames());
  }
}
