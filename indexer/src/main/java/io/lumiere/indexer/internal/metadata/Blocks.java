package io.lumiere.indexer.internal.metadata;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.System.Logger.Level;

/** Finds the metadata blocks of a file, each on its own, so that a broken one costs no other. */
final class Blocks {
  private static final System.Logger LOG = System.getLogger(Blocks.class.getName());

  private Blocks() {}

  /** Reads one block; the exceptions are those of the formats' readers. */
  interface Block {
    void read() throws ImageProcessingException, IOException;
  }

  static Metadata read(byte[] bytes) {
    Metadata metadata = new Metadata();
    if (JpegBlocks.accepts(bytes)) {
      JpegBlocks.read(bytes, metadata);
    } else if (PngBlocks.accepts(bytes)) {
      PngBlocks.read(bytes, metadata);
    } else if (isTiffRiffOrGif(bytes)) {
      attempt(() ->
          ImageMetadataReader.readMetadata(new ByteArrayInputStream(bytes), bytes.length)
              .getDirectories()
              .forEach(metadata::addDirectory));
    }
    return metadata;
  }

  /** Reads a block, or does without it. */
  static void attempt(Block block) {
    try {
      block.read();
    } catch (ImageProcessingException
        | IOException
        | RuntimeException
        | StackOverflowError
        | OutOfMemoryError e) {
      // Readers of formats that anybody can write: whatever they throw is the file's fault.
      LOG.log(Level.DEBUG, "a block of metadata is passed over", e);
    }
  }

  private static boolean isTiffRiffOrGif(byte[] bytes) {
    return starts(bytes, 'I', 'I')
        || starts(bytes, 'M', 'M')
        || starts(bytes, 'R', 'I', 'F', 'F')
        || starts(bytes, 'G', 'I', 'F', '8');
  }

  static boolean starts(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xff) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
