package io.lumiere.web.session;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lumiere.query.language.QueryParser;
import io.lumiere.web.http.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The help of the query language in sections: words and signs, dates, fields. Thread-safe. */
final class QueryHelpSections {
  private static final String DATES = "Dates:";
  private static final String FIELDS = "Fields:";

  private QueryHelpSections() {}

  static Reply reply() {
    List<String> lines = QueryParser.help();
    List<String> words = new ArrayList<>();
    List<String> dates = new ArrayList<>();
    List<String> fields = new ArrayList<>();
    List<String> current = words;
    boolean isIndented = false;
    for (String line : lines) {
      if (line.startsWith(DATES)) {
        current = dates;
        isIndented = true;
        dates.add(line.substring(DATES.length()).strip());
      } else if (line.equals(FIELDS)) {
        current = fields;
        isIndented = true;
      } else if (!line.isEmpty()) {
        current.add(isIndented ? line.strip() : line);
      }
    }
    return Reply.json(json -> {
      json.writeArrayFieldStart("sections");
      section(json, "Words and signs", words);
      section(json, "Dates", dates);
      section(json, "Fields", fields);
      json.writeEndArray();
    });
  }

  private static void section(JsonGenerator json, String title, List<String> lines)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("title", title);
    json.writeFieldName("lines");
    json.writeArray(lines.toArray(String[]::new), 0, lines.size());
    json.writeEndObject();
  }
}
