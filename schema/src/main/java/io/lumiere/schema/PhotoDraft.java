package io.lumiere.schema;

import io.lumiere.base.LumiereException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what fields give back of a photo. Not thread-safe. */
final class PhotoDraft {
  @Nullable String id;
  final PhotoFile.Draft file = new PhotoFile.Draft();
  final Reading.Draft reading = new Reading.Draft();
  final ImageInfo.Draft image = new ImageInfo.Draft();
  final Taken.Draft taken = new Taken.Draft();
  final Camera.Builder camera = Camera.builder();
  final Place.Draft place = new Place.Draft();
  final Caption.Builder caption = Caption.builder();
  final Traits.Draft traits = new Traits.Draft();
  final List<String> notes = new ArrayList<>();

  /**
   * The photo.
   *
   * @throws LumiereException if a field that every photo has is missing
   */
  Photo build() {
    return Photo.builder(expect(Fields.ID, id), file.build(reading.build()), image.build())
        .taken(taken.build())
        .camera(camera.build())
        .place(place.build())
        .named(place.named())
        .caption(caption.build())
        .traits(traits.build())
        .notes(notes)
        .build();
  }

  static <T> T expect(String field, @Nullable T value) {
    if (value == null) {
      throw new LumiereException("a photo's document has no value in the field '" + field + "'");
    }
    return value;
  }
}
