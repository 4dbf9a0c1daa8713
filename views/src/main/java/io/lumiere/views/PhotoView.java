package io.lumiere.views;

import io.lumiere.schema.Photo;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A photo as it is shown. Immutable.
 *
 * @param photo what the index knows of it
 * @param file where its file is
 */
public record PhotoView(Photo photo, Path file) {
  /** When it was taken, as much as is known of it; empty where nothing is. */
  public String taken() {
    return photo.taken() == null ? "" : photo.taken().known();
  }

  /** Whether its date is that of its file, for want of another. */
  public boolean isGuessed() {
    return photo.taken() != null && photo.taken().isGuessed();
  }

  /** What took it, as people call it; null where nothing says so. */
  public @Nullable String camera() {
    return photo.camera().name();
  }
}
