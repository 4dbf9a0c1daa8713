package io.lumiere.indexer.internal.metadata;

import com.drew.metadata.Metadata;
import io.lumiere.images.container.ByteView;
import io.lumiere.images.container.Chunk;

/** The EXIF and XMP chunks of a WebP file, up to the first chunk that is broken. */
final class RiffBlocks {
  private static final String EXIF = "Exif\0\0";

  private RiffBlocks() {}

  static boolean accepts(ByteView file) {
    return file.has(0, "RIFF");
  }

  static void read(ByteView file, Metadata metadata, Notes notes) {
    for (Chunk chunk : Chunk.ofRiff(file)) {
      ByteView content = chunk.content();
      if (!chunk.isWhole()) {
        return;
      } else if (chunk.type().equals("EXIF")) {
        // Some writers keep JPEG's prefix.
        ByteView tiff = content.has(0, EXIF) ? content.from(EXIF.length()) : content;
        Blocks.attempt("EXIF", notes, () -> Blocks.readExif(tiff, metadata));
      } else if (chunk.type().equals("XMP ")) {
        Blocks.readXmp(content, metadata, notes);
      }
    }
  }
}
