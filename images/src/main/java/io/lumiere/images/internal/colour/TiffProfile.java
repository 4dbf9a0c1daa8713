package io.lumiere.images.internal.colour;

import io.lumiere.images.container.ByteView;
import io.lumiere.images.container.TiffDirectory;
import io.lumiere.images.container.TiffFile;
import io.lumiere.images.container.TiffTag;
import io.lumiere.images.internal.tiff.PhotoFinder;
import org.jspecify.annotations.Nullable;

/** The profile in a TIFF (ICC.1, B.3), and what EXIF says of colours, which is a TIFF as well. */
final class TiffProfile {
  private static final String ADOBE_RGB = "R03";

  private TiffProfile() {}

  static byte @Nullable [] find(ByteView file) {
    TiffDirectory photo = PhotoFinder.photo(file).directory();
    TiffDirectory.Field field = photo.find(TiffTag.ICC_PROFILE);
    return field == null || field.count() > EmbeddedProfile.MOST_BYTES
        ? null
        : file.slice(field.at(), field.count()).copy();
  }

  /** Whether EXIF's interoperability directory names the optional colours of DCF. */
  static boolean isAdobeRgb(ByteView exif) {
    TiffFile file = TiffFile.of(exif);
    TiffDirectory main = file.directory(file.first());
    long settings = main.number(TiffTag.EXIF, 0);
    long rules = settings == 0 ? 0 : file.directory(settings).number(TiffTag.INTEROPERABILITY, 0);
    return rules != 0
        && file.directory(rules).startsWith(TiffTag.INTEROPERABILITY_INDEX, ADOBE_RGB);
  }
}
