package io.lumiere.indexer.internal.metadata;

import static com.adobe.internal.xmp.XMPConst.NS_EXIF_AUX;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_APERTURE;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_EXPOSURE_TIME;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_FNUMBER;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_FOCAL_LENGTH;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_ISO_EQUIVALENT;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_ISO_SPEED;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_LENS_MODEL;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_MAKE;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_MODEL;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_RECOMMENDED_EXPOSURE_INDEX;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_SHUTTER_SPEED;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_STANDARD_OUTPUT_SENSITIVITY;

import io.lumiere.schema.Photo.Camera;
import org.jspecify.annotations.Nullable;

/** Reads the camera and its settings (EXIF 2.32, tables 4 and 8). */
final class CameraReader {
  private static final int MAX_NAME = 200;

  /** EXIF's 16-bit ISO value when the true one does not fit. */
  private static final int ISO_ELSEWHERE = 65_535;

  private CameraReader() {}

  static Camera read(Tags tags) {
    String lens = Texts.clean(tags.exifText(TAG_LENS_MODEL), MAX_NAME);
    if (lens == null) {
      lens = Texts.clean(tags.xmp(NS_EXIF_AUX, "Lens"), MAX_NAME);
    }
    return new Camera(
        Texts.clean(tags.exifText(TAG_MAKE), MAX_NAME),
        Texts.clean(tags.exifText(TAG_MODEL), MAX_NAME),
        isPlaceholder(lens) ? null : lens,
        iso(tags),
        aperture(tags),
        exposure(tags),
        toFloat(within(tags.exifNumber(TAG_FOCAL_LENGTH), 0.1, 10_000)));
  }

  /** Cameras write dashes for a lens without electronics. */
  private static boolean isPlaceholder(@Nullable String lens) {
    return lens != null && lens.chars().noneMatch(c -> Character.isLetter(c));
  }

  private static @Nullable Integer iso(Tags tags) {
    int[] candidates = {
      TAG_ISO_EQUIVALENT,
      TAG_ISO_SPEED,
      TAG_RECOMMENDED_EXPOSURE_INDEX,
      TAG_STANDARD_OUTPUT_SENSITIVITY
    };
    for (int tag : candidates) {
      Double value = within(tags.exifNumber(tag), 1, 10_000_000);
      if (value != null && (tag != TAG_ISO_EQUIVALENT || value != ISO_ELSEWHERE)) {
        return (int) Math.round(value);
      }
    }
    return null;
  }

  private static @Nullable Float aperture(Tags tags) {
    Double stated = within(tags.exifNumber(TAG_FNUMBER), 0.5, 1024);
    // APEX: Av = 2 log2(F).
    return toFloat(
        stated == null
            ? within(Math.pow(2, positive(tags.exifNumber(TAG_APERTURE)) / 2), 0.5, 1024)
            : stated);
  }

  private static @Nullable Double exposure(Tags tags) {
    Double stated = within(tags.exifNumber(TAG_EXPOSURE_TIME), 1e-7, 864_000);
    // APEX: Tv = -log2(t).
    return stated == null
        ? within(Math.pow(2, -tags.exifNumber(TAG_SHUTTER_SPEED)), 1e-7, 864_000)
        : stated;
  }

  private static double positive(double apex) {
    return apex > 0 ? apex : Double.NaN;
  }

  /** {@code value}, or null where it is outside the range or NaN. */
  private static @Nullable Double within(double value, double least, double most) {
    return value >= least && value <= most ? Double.valueOf(value) : null;
  }

  private static @Nullable Float toFloat(@Nullable Double value) {
    return value == null ? null : Float.valueOf(value.floatValue());
  }
}
