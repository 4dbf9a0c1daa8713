package io.lumiere.images.internal.colour;

import io.lumiere.base.RgbImage;
import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.color.ProfileDataException;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * From a profile's colours to sRGB, by the Little CMS that Java brings. Thread-safe: Java does not
 * say that of its operations, so each is used by one thread at a time.
 */
final class ColourTransform {
  private static final ICC_Profile SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB);

  private static final int[] RGB = {0, 1, 2};

  /** Steps from one value to the next in the colours that are tried. */
  private static final int TRIAL_STEP = 51;

  private final ICC_Profile profile;
  private final boolean isGrey;
  private final Queue<ColorConvertOp> idle = new ConcurrentLinkedQueue<>();

  private ColourTransform(ICC_Profile profile) {
    this.profile = profile;
    this.isGrey = profile.getColorSpaceType() == ColorSpace.TYPE_GRAY;
  }

  /**
   * The transform of a profile; null where it changes nothing that can be seen, and where the
   * profile is damaged or is not one of red, green and blue or of grey: the numbers of a printer's
   * inks are not what decoders give.
   */
  static @Nullable ColourTransform of(byte[] bytes) {
    try {
      ICC_Profile profile = ICC_Profile.getInstance(bytes);
      int space = profile.getColorSpaceType();
      if (!isOfPictures(profile)
          || (space != ColorSpace.TYPE_RGB && space != ColorSpace.TYPE_GRAY)) {
        return null;
      }
      ColourTransform transform = new ColourTransform(profile);
      return transform.changesNothing() ? null : transform;
    } catch (IllegalArgumentException | CMMException | ProfileDataException e) {
      return null;
    }
  }

  private static boolean isOfPictures(ICC_Profile profile) {
    return switch (profile.getProfileClass()) {
      case ICC_Profile.CLASS_INPUT,
          ICC_Profile.CLASS_DISPLAY,
          ICC_Profile.CLASS_OUTPUT,
          ICC_Profile.CLASS_COLORSPACECONVERSION ->
          true;
      default -> false;
    };
  }

  /** Most photos hold the profile of sRGB itself, in one of its many forms. */
  private boolean changesNothing() {
    int side = 255 / TRIAL_STEP + 1;
    byte[] trial = new byte[3 * side * side * side];
    int at = 0;
    for (int i = 0; i < side * side * side; i++) {
      trial[at++] = (byte) (i % side * TRIAL_STEP);
      trial[at++] = (byte) (isGrey ? trial[at - 2] : i / side % side * TRIAL_STEP);
      trial[at++] = (byte) (isGrey ? trial[at - 2] : i / side / side * TRIAL_STEP);
    }
    byte[] converted = convert(new RgbImage(side * side, side, trial)).rgb();
    for (int i = 0; i < trial.length; i++) {
      if (Math.abs((trial[i] & 0xff) - (converted[i] & 0xff)) > 1) {
        return false;
      }
    }
    return true;
  }

  /**
   * The picture in sRGB. A grey profile says nothing of a picture in colours.
   *
   * @throws CMMException if the profile turns out to be damaged
   */
  RgbImage convert(RgbImage image) {
    if (isGrey && !isGrey(image.rgb())) {
      return image;
    }
    Raster from = isGrey ? grey(image) : colour(image, image.rgb());
    byte[] converted = new byte[image.rgb().length];
    ColorConvertOp operation = idle.poll();
    if (operation == null) {
      operation = new ColorConvertOp(new ICC_Profile[] {profile, SRGB}, null);
    }
    operation.filter(from, colour(image, converted));
    idle.add(operation);
    return new RgbImage(image.width(), image.height(), converted);
  }

  private static boolean isGrey(byte[] rgb) {
    for (int i = 0; i < rgb.length; i += 3) {
      if (rgb[i] != rgb[i + 1] || rgb[i] != rgb[i + 2]) {
        return false;
      }
    }
    return true;
  }

  private static WritableRaster colour(RgbImage image, byte[] rgb) {
    return Raster.createInterleavedRaster(
        new DataBufferByte(rgb, rgb.length),
        image.width(),
        image.height(),
        3 * image.width(),
        3,
        RGB,
        null);
  }

  private static WritableRaster grey(RgbImage image) {
    byte[] rgb = image.rgb();
    byte[] grey = new byte[rgb.length / 3];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = rgb[3 * i];
    }
    return Raster.createInterleavedRaster(
        new DataBufferByte(grey, grey.length),
        image.width(),
        image.height(),
        image.width(),
        1,
        new int[] {0},
        null);
  }
}
