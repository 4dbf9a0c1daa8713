package io.lumiere.indexer.internal.metadata;

import com.drew.metadata.Metadata;
import io.lumiere.images.container.ByteView;
import io.lumiere.images.container.Chunk;
import java.util.Set;

/** The EXIF and XMP chunks of a WebP file, up to the first chunk that is broken. */
final class RiffBlocks {
  /** The second is what a library wrote for a while. */
  private static final Set<String> XMP = Set.of("XMP ", "XMP\0");

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
        Blocks.attempt("EXIF", notes, () -> Blocks.readExif(content, metadata));
      } else if (XMP.contains(chunk.type())) {
        Blocks.readXmp(content, metadata, notes);
      }
    }
  }
}
