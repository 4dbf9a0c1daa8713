package io.lumiere.indexer.internal.metadata;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** Finds the metadata blocks of a file, each on its own, so that a broken one costs no other. */
final class Blocks {
  private static final System.Logger LOG = System.getLogger(Blocks.class.getName());

  private static final int RAF_OFFSET = 84;

  private Blocks() {}

  /** Reads one block; the exceptions are those of the formats' readers. */
  interface Block {
    void read() throws ImageProcessingException, IOException;
  }

  static Metadata read(byte[] bytes, Notes notes) {
    Metadata metadata = new Metadata();
    if (JpegBlocks.accepts(bytes)) {
      JpegBlocks.read(bytes, metadata, notes);
    } else if (PngBlocks.accepts(bytes)) {
      PngBlocks.read(bytes, metadata, notes);
    } else if (RiffBlocks.accepts(bytes)) {
      RiffBlocks.read(bytes, metadata, notes);
    } else if (BoxBlocks.accepts(bytes)) {
      BoxBlocks.read(bytes, metadata, notes);
    } else if (starts(bytes, 'F', 'U', 'J', 'I', 'F', 'I', 'L', 'M', 'C', 'C', 'D')) {
      attempt("RAF", notes, () -> JpegBlocks.read(jpegOfRaf(bytes), metadata, notes));
    } else if (GifBlocks.accepts(bytes)) {
      GifBlocks.read(bytes, metadata, notes);
    } else if (starts(bytes, 'I', 'I') || starts(bytes, 'M', 'M')) {
      attempt("TIFF", notes, () -> readTiff(bytes, metadata));
      TiffXmp.read(bytes, metadata, notes);
    } else if (JpegBlocks.isAfterOthers(bytes)) {
      JpegBlocks.read(bytes, metadata, notes);
    }
    noteErrors(metadata, notes);
    return metadata;
  }

  /** The XMP block of a file beside a photo. */
  static Metadata readXmp(byte[] bytes, String name, Notes notes) {
    Metadata metadata = new Metadata();
    attempt("XMP of " + name, notes, () -> XmpPacket.read(bytes, metadata, notes));
    return metadata;
  }

  /** Fujifilm's raw files hold a JPEG file with all metadata; their header says where. */
  private static byte[] jpegOfRaf(byte[] bytes) {
    ByteBuffer file = ByteBuffer.wrap(bytes);
    long start = Integer.toUnsignedLong(file.getInt(RAF_OFFSET));
    long end = start + Integer.toUnsignedLong(file.getInt(RAF_OFFSET + 4));
    int most = bytes.length;
    return Arrays.copyOfRange(bytes, (int) Math.min(start, most), (int) Math.min(end, most));
  }

  /** The library keeps what it finds wrong with the blocks that people and programs care for. */
  private static void noteErrors(Metadata metadata, Notes notes) {
    for (Directory directory : metadata.getDirectories()) {
      boolean main = directory instanceof ExifIFD0Directory || directory instanceof IptcDirectory;
      for (String error : main ? directory.getErrors() : List.<String>of()) {
        notes.addDamage("the " + directory.getName() + " block is damaged: " + error);
      }
    }
  }

  /** Reads a block, or does without it. */
  static void attempt(String name, Notes notes, Block block) {
    try {
      block.read();
    } catch (ImageProcessingException
        | IOException
        | RuntimeException
        | StackOverflowError
        | OutOfMemoryError e) {
      // Readers of formats that anybody can write: whatever they throw is the file's fault.
      notes.addDamage("the " + name + " block cannot be read and is left out");
      LOG.log(Level.DEBUG, "a block of metadata is passed over", e);
    }
  }

  /** All but the XMP, which is read by itself: the library drops all of it for one mistake. */
  private static void readTiff(byte[] bytes, Metadata metadata)
      throws ImageProcessingException, IOException {
    for (Directory directory :
        ImageMetadataReader.readMetadata(new ByteArrayInputStream(bytes), bytes.length)
            .getDirectories()) {
      if (!(directory instanceof XmpDirectory)) {
        metadata.addDirectory(directory);
      }
    }
  }

  /** Whether these characters of Latin-1 stand there. */
  static boolean startsAt(byte[] bytes, int at, String text) {
    if (at < 0 || at > bytes.length - text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if ((bytes[at + i] & 0xff) != text.charAt(i)) {
        return false;
      }
    }
    return true;
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
