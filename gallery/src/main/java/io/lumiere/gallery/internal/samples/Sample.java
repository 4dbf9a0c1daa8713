package io.lumiere.gallery.internal.samples;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * One photo of the sample archive.
 *
 * @param source {@code package:path} of a photo in a Debian package, or {@code painted:id}
 * @param target path in the archive, with slashes
 * @param taken invented moment at which the photo says it was taken
 * @param title title, or an empty string
 * @param author who made the picture
 * @param licence short name of its licence
 * @param row the line of the table that this sample was read from
 */
public record Sample(
    String source,
    String target,
    OffsetDateTime taken,
    Camera camera,
    Exposure exposure,
    Optional<Position> position,
    String title,
    List<String> keywords,
    String author,
    String licence,
    String row) {

  private static final String PAINTED = "painted:";

  /** Degrees north and east. */
  public record Position(double latitude, double longitude) {}

  public Sample {
    keywords = List.copyOf(keywords);
  }

  /** Whether a source is a scene. */
  static boolean isPainted(String source) {
    return source.startsWith(PAINTED);
  }

  /** The part of the source after the colon: the path in the package, or the scene's id. */
  public String sourceName() {
    return source.substring(source.indexOf(':') + 1);
  }

  /** The title, or where there is none the name of the source without folders and extension. */
  public String nameOfWork() {
    if (!title.isEmpty()) {
      return title;
    }
    // Plasma's wallpapers are named by their folder; the file name is the size in pixels.
    String[] parts = sourceName().replace("/contents/images/", "/").split("/");
    String last = parts[parts.length - 1].replaceFirst("\\.\\w+$", "");
    String name = last.matches("\\d+x\\d+") ? parts[parts.length - 2] : last;
    // Lomiri's are named "title_by_author".
    return name.replaceFirst("_by_.*", "").replace('_', ' ');
  }
}
