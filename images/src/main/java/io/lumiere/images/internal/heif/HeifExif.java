package io.lumiere.images.internal.heif;

import io.lumiere.images.ImageException;
import io.lumiere.images.container.ByteView;
import io.lumiere.images.container.HeifItems;
import io.lumiere.images.internal.header.ExifOrientation;

/** The EXIF block that describes a picture (ISO/IEC 23008-12, A.2.1): where it is, then a TIFF. */
final class HeifExif {
  private HeifExif() {}

  /** The orientation that it gives, 1 to 8; 1 where there is none. */
  static int orientation(HeifItems meta, long id) {
    for (long item : meta.references().to("cdsc", id)) {
      try {
        if (meta.type(item).equals("Exif")) {
          ByteView block = ByteView.of(meta.data(item).bytes());
          return ExifOrientation.find(HeifItems.tiffOfExif(block));
        }
      } catch (ImageException e) {
        return ExifOrientation.NORMAL; // Broken metadata never costs the photo.
      }
    }
    return ExifOrientation.NORMAL;
  }
}
