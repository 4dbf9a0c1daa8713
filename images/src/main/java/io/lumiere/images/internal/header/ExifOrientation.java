package io.lumiere.images.internal.header;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.container.ByteView;
import io.lumiere.images.container.TiffDirectory;
import io.lumiere.images.container.TiffFile;
import io.lumiere.images.container.TiffTag;

/**
 * The orientation, 1 to 8, that EXIF gives (CIPA DC-008). What makes no sense is the orientation 1:
 * broken metadata never costs the photo.
 */
public final class ExifOrientation {
  public static final int NORMAL = 1;

  private ExifOrientation() {}

  /** That of an EXIF block, a small TIFF file. */
  public static int find(ByteView block) {
    if (!block.has(0, "II") && !block.has(0, "MM")) {
      return NORMAL;
    }
    try {
      TiffFile file = TiffFile.of(block);
      return of(file.directory(file.first()));
    } catch (CorruptImageException e) {
      return NORMAL;
    }
  }

  /** That of a directory: a SHORT by the standard; some programs write a LONG, and some a BYTE. */
  public static int of(TiffDirectory directory) {
    long value = directory.number(TiffTag.ORIENTATION, NORMAL);
    return value >= 1 && value <= 8 ? (int) value : NORMAL;
  }
}
