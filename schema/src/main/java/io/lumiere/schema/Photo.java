package io.lumiere.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an index knows about one photo, except its vectors. Immutable.
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
 * @param notes what was ignored while its metadata were read, a sentence each: impossible dates,
 *     blocks that could not be read
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

  /** The same photo in another file: how a move, a rename or a touch is recorded. */
  public Photo withFile(PhotoFile newFile) {
    return new Photo(id, newFile, image, taken, camera, place, named, caption, traits, notes);
  }

  /** A builder of a photo of which nothing else is known. */
  public static Builder builder(String id, PhotoFile file, ImageInfo image) {
    return new Builder(id, file, image);
  }

  /** What its place is called, wherever that is; null where nothing says so. */
  @Nullable PlaceNames placeNames() {
    return place == null ? named : place.names();
  }

  /** Gathers what is known of a photo; {@link Photo} says what each part is. Not thread-safe. */
  public static final class Builder {
    private final String id;
    private final PhotoFile file;
    private final ImageInfo image;
    private @Nullable Taken taken;
    private Camera camera = Camera.UNKNOWN;
    private @Nullable Place place;
    private @Nullable PlaceNames named;
    private Caption caption = Caption.NONE;
    private Traits traits = Traits.NONE;
    private List<String> notes = List.of();

    private Builder(String id, PhotoFile file, ImageInfo image) {
      this.id = id;
      this.file = file;
      this.image = image;
    }

    public Builder taken(@Nullable Taken value) {
      taken = value;
      return this;
    }

    public Builder camera(Camera value) {
      camera = value;
      return this;
    }

    public Builder place(@Nullable Place value) {
      place = value;
      return this;
    }

    public Builder named(@Nullable PlaceNames value) {
      named = value;
      return this;
    }

    public Builder caption(Caption value) {
      caption = value;
      return this;
    }

    public Builder traits(Traits value) {
      traits = value;
      return this;
    }

    public Builder notes(List<String> value) {
      notes = value;
      return this;
    }

    /** The photo. */
    public Photo build() {
      return new Photo(id, file, image, taken, camera, place, named, caption, traits, notes);
    }
  }
}
