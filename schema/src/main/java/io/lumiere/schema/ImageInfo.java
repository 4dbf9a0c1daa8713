package io.lumiere.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pixels of a photo. Immutable.
 *
 * @param width in pixels as displayed, at least 1
 * @param height in pixels as displayed, at least 1
 * @param orientation EXIF orientation as recorded, 1 to 8
 * @param format such as {@code jpeg}
 * @param averageColour of all pixels, 0xRRGGBB in sRGB; null where nobody has computed it
 */
public record ImageInfo(
    int width, int height, int orientation, String format, @Nullable Integer averageColour) {
  private static final FieldGroup<ImageInfo, Draft> GROUP =
      new FieldGroup<>(Photo::image, draft -> draft.image);

  static final List<PhotoField<?>> FIELDS =
      List.of(
          GROUP.one(
              Fields.WIDTH,
              FieldType.INT,
              "pixels as displayed",
              ImageInfo::width,
              (image, pixels) -> image.width = pixels),
          GROUP.one(
              Fields.HEIGHT,
              FieldType.INT,
              "pixels as displayed",
              ImageInfo::height,
              (image, pixels) -> image.height = pixels),
          GROUP.one(
              Fields.ORIENTATION,
              FieldType.INT,
              "EXIF orientation as recorded, 1 to 8",
              ImageInfo::orientation,
              (image, orientation) -> image.orientation = orientation),
          GROUP.one(
              Fields.FORMAT,
              FieldType.KEYWORD,
              "`jpeg`, `png`, ...",
              ImageInfo::format,
              (image, format) -> image.format = format),
          GROUP
              .one(
                  Fields.AVERAGE_COLOR,
                  FieldType.INT,
                  "average of its pixels, 0xRRGGBB in sRGB",
                  ImageInfo::averageColour,
                  (image, colour) -> image.averageColour = colour)
              .forTheProgram());

  public ImageInfo {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("image of " + width + " x " + height + " pixels");
    }
    if (orientation < 1 || orientation > 8) {
      throw new IllegalArgumentException("orientation " + orientation + " is not in 1..8");
    }
    if (averageColour != null && (averageColour < 0 || averageColour > 0xffffff)) {
      throw new IllegalArgumentException("color " + averageColour + " is not in 0..16777215");
    }
  }

  /** Pixels whose average colour nobody has computed. */
  public ImageInfo(int width, int height, int orientation, String format) {
    this(width, height, orientation, format, null);
  }

  /** Stands in where nobody has looked at the pixels yet: 1 x 1 of them, upright. */
  public static ImageInfo unseen(String format) {
    return new ImageInfo(1, 1, 1, format);
  }

  /** Whether this is what {@link #unseen} gives; the next indexing of the photo looks. */
  public boolean isUnseen() {
    return width == 1 && height == 1 && orientation == 1;
  }

  /** This with what is known of the same pixels and missing here. */
  public ImageInfo completedBy(ImageInfo more) {
    if (isUnseen()) {
      return more;
    }
    return averageColour == null
        ? new ImageInfo(width, height, orientation, format, more.averageColour)
        : this;
  }

  /** Gathers what fields give back. Not thread-safe. */
  static final class Draft {
    private @Nullable Integer width;
    private @Nullable Integer height;
    private @Nullable Integer orientation;
    private @Nullable String format;
    private @Nullable Integer averageColour;

    ImageInfo build() {
      return new ImageInfo(
          PhotoDraft.expect(Fields.WIDTH, width),
          PhotoDraft.expect(Fields.HEIGHT, height),
          PhotoDraft.expect(Fields.ORIENTATION, orientation),
          PhotoDraft.expect(Fields.FORMAT, format),
          averageColour);
    }
  }
}
