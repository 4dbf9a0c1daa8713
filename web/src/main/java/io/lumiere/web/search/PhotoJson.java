package io.lumiere.web.search;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lumiere.query.Hit;
import io.lumiere.query.explain.PhotoExplanation;
import io.lumiere.query.highlight.Highlight;
import io.lumiere.schema.Photo;
import io.lumiere.views.ExplanationJson;
import io.lumiere.views.HitJson;
import io.lumiere.views.JsonFields;
import io.lumiere.views.PhotoView;
import io.lumiere.web.archives.OpenArchive;
import io.lumiere.web.http.Schema;
import io.lumiere.web.media.ServedTypes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON form of all that is known of a photo, and of why it is a hit. */
final class PhotoJson {
  static final Schema.Members PHOTO =
      Schema.object("Photo")
          .with("id", Schema.text(), "identifies the photo")
          .with("path", Schema.text(), "from the archive's root")
          .with("hash", Schema.text(), "12 letters of its content hash")
          .with("notes", Schema.list(Schema.text()), "what was passed over in its metadata")
          .with(
              "lists",
              Schema.list(
                  Schema.object("ListMembership")
                      .with("id", Schema.text(), "identifies the list")
                      .with("name", Schema.text(), "its name")
                      .with("kind", Schema.oneOf(List.of("album", "label")), "what it is")),
              "the saved lists that it is in")
          .with("burst_ids", Schema.list(Schema.text()), "the photos of its burst, by time")
          .with("film", Schema.flag(), "whether a film belongs to it")
          .with("displayable", Schema.flag(), "whether browsers show its file")
          .with("bytes", Schema.count(), "the length of its file")
          .with("modified", Schema.text(), "when the file was changed")
          .with("format", Schema.text(), "such as jpeg")
          .andMore();

  private static final Schema TEXTS = Schema.list(Schema.text());

  static final Schema.Members WHY =
      GridJson.withPartial(
          Schema.object("Why")
              .with("path", Schema.text(), "the photo as it was named, or its path")
              .with("id", Schema.text().orNull(), "null where the index does not hold it")
              .with("outcome", Schema.text(), "what became of it")
              .with("rank", Schema.count(), "its place from 1; 0 where it has none")
              .with("score", Schema.number(), "0 to 1")
              .with("reasons", TEXTS, "why, in words")
              .with("explain", Schema.list(Schema.any()), "what the vector and the words each say")
              .with("words", Schema.list(Schema.any()), "what each word gave")
              .with("inWords", TEXTS, "the same in words")
              .optional("highlights", Schema.any(), "where its words match, by field"));

  private PhotoJson() {}

  static void write(
      JsonGenerator json,
      OpenArchive archive,
      Photo photo,
      List<PhotoLists.Membership> lists,
      List<String> burst)
      throws IOException {
    Path file = Path.of(archive.metadata().archive()).resolve(photo.file().path());
    HitJson.writePhoto(json, new PhotoView(photo, file));
    json.writeStringField("hash", HitsJson.hash(photo));
    JsonFields.texts(json, "notes", photo.notes());
    JsonFields.objects(
        json,
        "lists",
        lists,
        (inner, list) -> {
          inner.writeStringField("id", list.id());
          inner.writeStringField("name", list.name());
          inner.writeStringField("kind", list.kind());
        });
    JsonFields.texts(json, "burst_ids", burst);
    json.writeBooleanField("film", photo.traits().livePhoto() != null);
    json.writeBooleanField("displayable", ServedTypes.isShown(photo.image().format()));
    json.writeNumberField("bytes", photo.file().size());
    json.writeStringField("modified", photo.file().modified().toString());
    json.writeStringField("format", photo.image().format());
  }

  static void write(
      JsonGenerator json,
      PhotoExplanation explanation,
      @Nullable String id,
      List<Highlight> highlights)
      throws IOException {
    json.writeStringField("id", id);
    ExplanationJson.write(json, explanation);
    if (!highlights.isEmpty()) {
      HitJson.writeHighlights(json, highlights);
    }
  }

  /** Where the words of the first hit match. */
  static List<Highlight> highlights(List<Hit> hits) {
    return hits.isEmpty() ? List.of() : hits.getFirst().highlights();
  }
}
