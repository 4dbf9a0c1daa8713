package io.lumiere.web.models;

import io.lumiere.web.archives.Archives;
import io.lumiere.web.archives.OpenArchive;
import io.lumiere.web.http.ApiModule;
import io.lumiere.web.http.Call;
import io.lumiere.web.http.HttpProblem;
import io.lumiere.web.http.Parameter;
import io.lumiere.web.http.Reply;
import io.lumiere.web.http.Route;
import io.lumiere.web.http.Schema;
import io.lumiere.workspace.search.Labels;
import java.util.List;
import java.util.stream.Stream;

/** The endpoint that says which of some labels fit a photo. Thread-safe. */
public final class LabelsApi implements ApiModule {
  private static final int MOST = 100;
  private static final int LONGEST = 200;
  private static final Schema.Members LABEL =
      Schema.object("ScoredLabel")
          .with("label", Schema.text(), "As it was given.")
          .with("probability", Schema.number(0, 1), "How likely it is, as the model was trained.")
          .with("cosine", Schema.number(-1.01, 1.01), "How near its vector is to the photo's.");
  private static final Schema LABELS =
      Schema.object("ScoredLabels")
          .with("model", Schema.text(), "The model that says so.")
          .with("labels", Schema.list(LABEL), "The likeliest first.");

  private final Archives archives;

  public LabelsApi(Archives archives) {
    this.archives = archives;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/photos/{id}/labels", "labelPhoto")
            .summary("Says how likely each of some labels is for a photo.")
            .variable(Parameter.text("id", "The photo."))
            .parameter(Archives.PARAMETER)
            .parameter(
                Parameter.form(
                        "labels",
                        "^[^\\u0000]*[^" + Schema.BLANK + ",\\u0000][^\\u0000]*$",
                        "labels with commas between them",
                        "Labels with commas between them, at most 100.")
                    .mandatory())
            .reply(LABELS)
            .problems(404)
            .to(this::label));
  }

  private Reply label(Call call) {
    OpenArchive archive = archives.open(call.arguments());
    List<String> labels = labels(call.arguments().text("labels").orElse(""));
    String id = call.variable("id");
    float[] vector =
        archive
            .search()
            .findVector(id)
            .orElseThrow(() -> HttpProblem.notFound("there is no photo \"" + id + "\""));
    List<Labels.Scored> scored = new Labels(archive.encoder(), labels).of(vector);
    return Reply.json(json -> {
      json.writeStringField("model", archive.model().id());
      json.writeArrayFieldStart("labels");
      for (Labels.Scored label : scored) {
        json.writeStartObject();
        json.writeStringField("label", label.label());
        json.writeNumberField("probability", label.probability());
        json.writeNumberField("cosine", label.cosine());
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  private static List<String> labels(String given) {
    List<String> labels =
        Stream.of(given.split(","))
            .map(String::strip)
            .filter(label -> !label.isEmpty())
            .distinct()
            .toList();
    boolean isLong = labels.stream().anyMatch(label -> label.length() > LONGEST);
    if (labels.isEmpty() || labels.size() > MOST || isLong) {
      throw HttpProblem.unprocessable(
          "labels takes 1 to " + MOST + " labels of at most " + LONGEST + " characters each");
    }
    return labels;
  }
}
