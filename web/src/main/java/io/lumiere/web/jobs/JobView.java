package io.lumiere.web.jobs;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lumiere.web.http.Schema;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A job at one moment. Immutable.
 *
 * @param version grows with each change of the job
 * @param title what it does, for people
 * @param archive the id of the archive that it is about; null for none
 * @param message what it is about at the moment, or why it ended; null for nothing
 * @param photos photos that the archive's index has; null where nobody has counted
 * @param failures how many files could not be read
 * @param finished null while it goes on
 */
record JobView(
    long version,
    String id,
    JobKind kind,
    String title,
    @Nullable String archive,
    JobState state,
    Measure measure,
    @Nullable String message,
    @Nullable Integer photos,
    long failures,
    Instant started,
    @Nullable Instant finished) {
  /** Its JSON. */
  static final Schema.Members SCHEMA =
      Schema.object("Job")
          .with("id", Schema.text(), "Identifies it.")
          .with("kind", words(JobKind.values()), "What it does.")
          .with("state", states(), "How it stands; done, failed and stopped are ends.")
          .with("title", Schema.text(), "What it does, in words.")
          .optional("archive", Schema.text(), "The archive that it is about.")
          .with("done", Schema.count(), "Photos done; bytes where a model is downloaded.")
          .with("total", Schema.count().orNull(), "Of how many; null while that is not known.")
          .optional("rate", Schema.number(), "How many a second, lately.")
          .optional("eta_seconds", Schema.count(), "About how long it will take.")
          .optional("message", Schema.text(), "What it is about now, or why it ended.")
          .optional("photos", Schema.count(), "Photos in the archive's index by now.")
          .with("failures", Schema.count(), "Files that could not be read.")
          .with("started", Schema.text(), "An ISO instant.")
          .optional("finished", Schema.text(), "An ISO instant.");

  private static Schema words(JobKind... kinds) {
    return Schema.oneOf(Arrays.stream(kinds).map(JobKind::word).toList());
  }

  private static Schema states() {
    return Schema.oneOf(Arrays.stream(JobState.values()).map(JobState::word).toList());
  }

  /** Writes the members of {@link #SCHEMA}. */
  void write(JsonGenerator json) throws IOException {
    json.writeStringField("id", id);
    json.writeStringField("kind", kind.word());
    json.writeStringField("state", state.word());
    json.writeStringField("title", title);
    if (archive != null) {
      json.writeStringField("archive", archive);
    }
    writeMeasure(json);
    if (message != null) {
      json.writeStringField("message", message);
    }
    if (photos != null) {
      json.writeNumberField("photos", photos);
    }
    json.writeNumberField("failures", failures);
    json.writeStringField("started", started.toString());
    if (finished != null) {
      json.writeStringField("finished", finished.toString());
    }
  }

  private void writeMeasure(JsonGenerator json) throws IOException {
    json.writeNumberField("done", measure.done());
    if (measure.total() == null) {
      json.writeNullField("total");
    } else {
      json.writeNumberField("total", measure.total());
    }
    if (measure.perSecond() > 0) {
      json.writeNumberField("rate", Math.round(10 * measure.perSecond()) / 10.0);
    }
    if (measure.remaining() != null) {
      json.writeNumberField("eta_seconds", measure.remaining().toSeconds());
    }
  }
}
