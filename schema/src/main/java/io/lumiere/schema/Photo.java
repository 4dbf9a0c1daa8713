package io.lumiere.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an index knows of one photo, its vectors aside. Immutable.
 *
 * @param id identifies the photo for good
 * @param file the file it was read from
 * @param image its pixels' dimensions
 * @param taken when it was taken; null where nothing says so
 * @param camera what took it, {@link Camera#UNKNOWN} where nothing says so
 * @param place where it was taken; null where nothing says so
 * @param named what the place is called where no position is known and a person wrote it; null
 *     where {@code place} says more
 * @param caption the words that people gave it
 * @param traits what kind of photo it is
 * @param notes what was passed over while its metadata were read, a sentence each: impossible
 *     dates, blocks that could not be read
 */
public record Photo(
    String id,
    PhotoFile file,
    ImageInfo image,
    @Nullable Taken taken,
    Camera camera,
    @Nullable Place place,
    @Nullable PlaceNames named,
    Caption caption,
    Traits traits,
    List<String> notes) {

  public Photo {
    notes = List.copyOf(notes);
    if (place != null && named != null) {
      throw new IllegalArgumentException(
          "names beside the place of " + file.path() + ": they go into the place");
    }
    if (id.isBlank()) {
      throw new IllegalArgumentException("id of photo " + file.path() + " is blank");
    }
  }

  /** A photo without names of a place that is not known. */
  public Photo(
      String id,
      PhotoFile file,
      ImageInfo image,
      @Nullable Taken taken,
      Camera camera,
      @Nullable Place place,
      Caption caption,
      Traits traits,
      List<String> notes) {
    this(id, file, image, taken, camera, place, null, caption, traits, notes);
  }

  /** A photo of no particular kind. */
  public Photo(
      String id,
      PhotoFile file,
      ImageInfo image,
      @Nullable Taken taken,
      Camera camera,
      @Nullable Place place,
      Caption caption) {
    this(id, file, image, taken, camera, place, caption, Traits.NONE, List.of());
  }

  /** The same photo in another file: how a move, a rename or a touch is recorded. */
  public Photo withFile(PhotoFile newFile) {
    return new Photo(id, newFile, image, taken, camera, place, named, caption, traits, notes);
  }
}
