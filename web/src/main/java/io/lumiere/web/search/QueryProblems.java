package io.lumiere.web.search;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lumiere.query.language.ParsedQuery;
import io.lumiere.query.language.Problem;
import io.lumiere.query.language.WrittenPart;
import io.lumiere.views.JsonFields;
import io.lumiere.web.http.HttpProblem;
import io.lumiere.web.http.Schema;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Mistakes in a query, and what its parts were understood as. */
final class QueryProblems {
  static final Schema PROBLEMS =
      Schema.list(
          Schema.object("QueryProblem")
              .with("from", Schema.count(), "where it begins in the query, in code points")
              .with("to", Schema.count(), "where it has ended")
              .with("message", Schema.text(), "what is wrong")
              .optional("suggestion", Schema.text(), "what to write instead"));

  static final Schema UNDERSTOOD =
      Schema.list(
          Schema.object("Chip")
              .with(
                  "kind",
                  Schema.oneOf(List.of("shows", "words", "filter", "away", "similar")),
                  "what it does")
              .with("label", Schema.text(), "what it means")
              .with("text", Schema.text(), "as it is written")
              .with("from", Schema.count(), "where it begins in the query, in code points")
              .with("to", Schema.count(), "where it has ended"));

  private QueryProblems() {}

  /** The answer to a query with mistakes. */
  static HttpProblem of(List<Problem> problems) {
    return new HttpProblem(
        400,
        "the parameter \"q\" cannot be read: " + problems.getFirst().text(),
        json -> write(json, problems));
  }

  static void write(JsonGenerator json, List<Problem> problems) throws IOException {
    JsonFields.objects(json, "problems", problems, QueryProblems::write);
  }

  private static void write(JsonGenerator json, Problem problem) throws IOException {
    json.writeNumberField("from", problem.column());
    json.writeNumberField("to", problem.column() + problem.length());
    json.writeStringField("message", problem.message());
    if (problem.suggestion() != null) {
      json.writeStringField("suggestion", problem.suggestion());
    }
  }

  /** The parts of a query that was read. */
  static void writeUnderstood(JsonGenerator json, ParsedQuery query) throws IOException {
    int[] points = query.text().codePoints().toArray();
    JsonFields.objects(
        json, "understood", query.parts(), (inner, part) -> write(inner, part, points));
  }

  private static void write(JsonGenerator json, WrittenPart part, int[] points) throws IOException {
    json.writeStringField("kind", part.kind().name().toLowerCase(Locale.ROOT));
    json.writeStringField("label", part.label());
    json.writeStringField("text", new String(points, part.from(), part.to() - part.from()));
    json.writeNumberField("from", part.from());
    json.writeNumberField("to", part.to());
  }
}
