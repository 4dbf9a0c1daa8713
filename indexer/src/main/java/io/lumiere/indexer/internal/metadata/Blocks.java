package io.lumiere.indexer.internal.metadata;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import io.lumiere.images.CorruptImageException;
import io.lumiere.images.container.ByteView;
import io.lumiere.images.container.TiffDirectory.Field;
import io.lumiere.images.container.TiffFile;
import io.lumiere.images.container.TiffTag;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * Finds the metadata blocks of a file, each on its own, so that a broken block does not affect the
 * others.
 */
final class Blocks {
  private static final System.Logger LOG = System.getLogger(Blocks.class.getName());

  private static final String EXIF = "Exif\0\0";
  private static final int RAF_OFFSET = 84;

  private Blocks() {}

  /** Reads one block; the exceptions are those of the formats' readers. */
  interface Block {
    void read() throws ImageProcessingException, IOException;
  }

  static Metadata read(byte[] bytes, Notes notes) {
    ByteView file = ByteView.of(bytes);
    Metadata metadata = new Metadata();
    if (JpegBlocks.accepts(file)) {
      JpegBlocks.read(file, metadata, notes);
    } else if (PngBlocks.accepts(file)) {
      PngBlocks.read(file, metadata, notes);
    } else if (RiffBlocks.accepts(file)) {
      RiffBlocks.read(file, metadata, notes);
    } else if (BoxBlocks.accepts(file)) {
      BoxBlocks.read(file, metadata, notes);
    } else if (file.has(0, "FUJIFILMCCD")) {
      attempt("RAF", notes, () -> JpegBlocks.read(jpegOfRaf(file), metadata, notes));
    } else if (GifBlocks.accepts(file)) {
      GifBlocks.read(file, metadata, notes);
    } else if (file.has(0, "II") || file.has(0, "MM")) {
      attempt(
          "TIFF",
          notes,
          () -> readTiff(BigTiff.accepts(file) ? BigTiff.toClassic(file) : bytes, metadata));
      readXmpOfTiff(file, metadata, notes);
    } else if (JpegBlocks.isAfterOthers(file)) {
      JpegBlocks.read(file, metadata, notes);
    }
    noteErrors(metadata, notes);
    return metadata;
  }

  /** The XMP block of a file next to a photo. */
  static Metadata readSidecar(byte[] bytes, String name, Notes notes) {
    Metadata metadata = new Metadata();
    attempt("XMP of " + name, notes, () -> XmpPacket.read(bytes, metadata, notes));
    return metadata;
  }

  /** An EXIF block from its mark on; some writers put JPEG's name of it before that. */
  static void readExif(ByteView block, Metadata metadata) {
    byte[] tiff = (block.has(0, EXIF) ? block.from(EXIF.length()) : block).copy();
    TagTypes.correct(tiff);
    new ExifReader().extract(new ByteArrayReader(tiff), metadata);
  }

  /** An XMP packet, or none where it cannot be read. */
  static void readXmp(ByteView packet, Metadata metadata, Notes notes) {
    attempt("XMP", notes, () -> XmpPacket.read(packet.copy(), metadata, notes));
  }

  /** Fujifilm's raw files hold a JPEG file with all metadata; their header says where. */
  private static ByteView jpegOfRaf(ByteView file) {
    return file.slice(file.u32(RAF_OFFSET), file.u32(RAF_OFFSET + 4));
  }

  /** Notes what the library found wrong with the blocks that are used. */
  private static void noteErrors(Metadata metadata, Notes notes) {
    for (Directory directory : metadata.getDirectories()) {
      boolean main = directory instanceof ExifIFD0Directory || directory instanceof IptcDirectory;
      for (String error : main ? directory.getErrors() : List.<String>of()) {
        notes.addDamage("the " + directory.getName() + " block is damaged: " + error);
      }
    }
  }

  /** Reads a block, or leaves it out if it cannot be read. */
  static void attempt(String name, Notes notes, Block block) {
    try {
      block.read();
    } catch (ImageProcessingException
        | IOException
        | RuntimeException
        | StackOverflowError
        | OutOfMemoryError e) {
      // These readers parse files of any origin: whatever they throw is the file's fault.
      notes.addDamage("the " + name + " block cannot be read and is left out");
      LOG.log(Level.DEBUG, "a block of metadata is left out", e);
    }
  }

  /**
   * All blocks but the XMP, which is read separately: the library drops all of it for one mistake.
   */
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

  /** The packet is where the first directory says (XMP, part 3). */
  private static void readXmpOfTiff(ByteView file, Metadata metadata, Notes notes) {
    try {
      TiffFile tiff = TiffFile.of(file);
      Field xmp = tiff.directory(tiff.first()).find(TiffTag.XMP);
      if (xmp != null && xmp.at() < file.length()) {
        readXmp(file.slice(xmp.at(), xmp.count()), metadata, notes);
      }
    } catch (CorruptImageException e) {
      return; // The reader of EXIF has noted the damage already.
    }
  }
}
