package io.lumiere.indexer.internal.metadata;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.Tag;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.GpsDirectory;
import io.lumiere.indexer.internal.metadata.Boxes.Box;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * The EXIF and XMP blocks of files made of boxes: the items of HEIC and AVIF, the boxes of JPEG XL
 * (ISO/IEC 18181-2), the four TIFF structures of Canon's CR3.
 */
final class BoxBlocks {
  private static final String EXIF_ITEM = "Exif";
  private static final String XMP_ITEM = "application/rdf+xml";
  private static final int LEAST_FILM = 8;
  private static final byte[] CANON_UUID = {
    (byte) 0x85,
    (byte) 0xc0,
    (byte) 0xb6,
    (byte) 0x87,
    (byte) 0x82,
    0x0f,
    0x11,
    (byte) 0xe0,
    (byte) 0x81,
    0x11,
    (byte) 0xf4,
    (byte) 0xce,
    0x46,
    0x2b,
    0x6a,
    0x48
  };
  private static final byte[] XMP_UUID = {
    (byte) 0xbe,
    0x7a,
    (byte) 0xcf,
    (byte) 0xcb,
    (byte) 0x97,
    (byte) 0xa9,
    0x42,
    (byte) 0xe8,
    (byte) 0x9c,
    0x71,
    (byte) 0x99,
    (byte) 0x94,
    (byte) 0x91,
    (byte) 0xe3,
    (byte) 0xaf,
    (byte) 0xac
  };

  private BoxBlocks() {}

  static boolean accepts(byte[] bytes) {
    return bytes.length >= 12
        && (Blocks.starts(Arrays.copyOfRange(bytes, 4, 8), 'f', 't', 'y', 'p')
            || Blocks.starts(bytes, 0, 0, 0, 12, 'J', 'X', 'L', ' '));
  }

  static void read(byte[] bytes, Metadata metadata, Notes notes) {
    ByteBuffer file = ByteBuffer.wrap(bytes);
    for (Box box : Boxes.of(file)) {
      ByteBuffer content = box.content();
      switch (box.type()) {
        case "meta" ->
            Blocks.attempt("HEIF", notes, () -> readItems(file, content, metadata, notes));
        case "brob" ->
            Blocks.attempt(
                "compressed", notes, () -> readPlain(BrotliBox.unpack(content), metadata, notes));
        case "moov" -> readMovie(content, metadata, notes);
        case "uuid" -> readUuid(content, metadata, notes);
        // Google's and Samsung's boxes for the film of a live photo.
        case "mpvd" -> addFilm(content.remaining() > LEAST_FILM, metadata);
        case "sefd" -> addFilm(EmbeddedFilm.isSamsung(Boxes.bytes(content), 0), metadata);
        default -> readPlain(box, metadata, notes);
      }
    }
  }

  private static void addFilm(boolean isThere, Metadata metadata) {
    if (isThere) {
      EmbeddedFilm.add(metadata);
    }
  }

  private static void readPlain(Box box, Metadata metadata, Notes notes) {
    ByteBuffer content = box.content();
    switch (box.type()) {
      case "Exif" -> Blocks.attempt("EXIF", notes, () -> readExif(Boxes.bytes(content), metadata));
      case "xml " -> readXmp(Boxes.bytes(content), metadata, notes);
      default -> {}
    }
  }

  private static void readItems(ByteBuffer file, ByteBuffer meta, Metadata metadata, Notes notes) {
    HeifItems items = new HeifItems(file, meta, List.of(EXIF_ITEM, XMP_ITEM));
    byte[] exif = items.find(EXIF_ITEM);
    if (exif != null) {
      Blocks.attempt("EXIF", notes, () -> readExif(exif, metadata));
    }
    byte[] xmp = items.find(XMP_ITEM);
    if (xmp != null) {
      readXmp(xmp, metadata, notes);
    }
  }

  /** A number says how far after itself the TIFF structure begins. */
  private static void readExif(byte[] block, Metadata metadata) {
    int start = 4 + ByteBuffer.wrap(block).getInt();
    byte[] tiff = Arrays.copyOfRange(block, start, block.length);
    new ExifReader().extract(new ByteArrayReader(tiff), metadata);
  }

  private static void readXmp(byte[] xmp, Metadata metadata, Notes notes) {
    Blocks.attempt("XMP", notes, () -> XmpPacket.read(xmp, metadata, notes));
  }

  private static void readMovie(ByteBuffer movie, Metadata metadata, Notes notes) {
    for (Box box : Boxes.of(movie)) {
      if (box.type().equals("uuid")) {
        readUuid(box.content(), metadata, notes);
      }
    }
  }

  private static void readUuid(ByteBuffer content, Metadata metadata, Notes notes) {
    if (content.remaining() < 16) {
      return;
    }
    byte[] uuid = new byte[16];
    content.get(uuid);
    if (Arrays.equals(uuid, XMP_UUID)) {
      readXmp(Boxes.bytes(content), metadata, notes);
    } else if (Arrays.equals(uuid, CANON_UUID)) {
      for (Box box : Boxes.of(content)) {
        byte[] tiff = Boxes.bytes(box.content());
        switch (box.type()) {
          case "CMT1", "CMT2" ->
              Blocks.attempt(
                  "EXIF",
                  notes,
                  () -> new ExifReader().extract(new ByteArrayReader(tiff), metadata));
          case "CMT4" -> Blocks.attempt("GPS", notes, () -> readGps(tiff, metadata));
          default -> {}
        }
      }
    }
  }

  /** The library takes the structure's directory for the image's own: its tags are moved. */
  private static void readGps(byte[] tiff, Metadata metadata) {
    Metadata apart = new Metadata();
    new ExifReader().extract(new ByteArrayReader(tiff), apart);
    GpsDirectory gps = new GpsDirectory();
    for (Directory directory : apart.getDirectoriesOfType(ExifIFD0Directory.class)) {
      for (Tag tag : directory.getTags()) {
        Object value = directory.getObject(tag.getTagType());
        if (value != null) {
          gps.setObject(tag.getTagType(), value);
        }
      }
    }
    metadata.addDirectory(gps);
  }
}
