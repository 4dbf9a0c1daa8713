package io.lumiere.web.media;

import io.lumiere.images.thumbnail.ThumbnailSize;
import java.util.Locale;

/**
 * What a thumbnail is of: two photos of the same content share it, in whatever archives they are.
 *
 * @param contentHash lower-case hexadecimal SHA-256 of the photo's file
 */
record ThumbnailKey(String contentHash, ThumbnailSize size) {
  /** Raised whenever thumbnails come to look different; older ones are then made again. */
  private static final int LOOK = 1;

  /** The same of the same thumbnail, another of any other. */
  String tag() {
    return contentHash + "-" + size.name().toLowerCase(Locale.ROOT) + "-" + LOOK;
  }
}
