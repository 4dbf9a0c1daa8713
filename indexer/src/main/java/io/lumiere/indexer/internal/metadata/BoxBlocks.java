package io.lumiere.indexer.internal.metadata;

import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.Tag;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.iptc.IptcReader;
import io.lumiere.images.container.Box;
import io.lumiere.images.container.ByteView;
import io.lumiere.images.container.EmbeddedFilm;
import io.lumiere.images.container.HeifItems;
import io.lumiere.images.container.ItemData;
import java.util.HexFormat;
import java.util.List;

/**
 * The EXIF and XMP blocks of files made of boxes: the items of HEIC and AVIF, the boxes of JPEG XL
 * (ISO/IEC 18181-2) and of JPEG 2000, in which programs agreed on UUIDs for EXIF and IPTC, the four
 * TIFF structures of Canon's CR3. A box that is cut off is left out with what follows it.
 */
final class BoxBlocks {
  private static final String EXIF_ITEM = "Exif";
  private static final String XMP_ITEM = "application/rdf+xml";
  private static final int MAX_ITEM = 16 << 20;
  private static final int UUID = 16;
  private static final String CANON_UUID = "85c0b687820f11e08111f4ce462b6a48";
  private static final String XMP_UUID = "be7acfcb97a942e89c71999491e3afac";
  private static final String EXIF_UUID = "4a706754696666457869662d3e4a5032";
  private static final String IPTC_UUID = "33c7a4d2b81d4723a0baf1a3e097ad38";

  /** The first boxes of JPEG XL and JPEG 2000. */
  private static final List<String> STARTS = List.of("\0\0\0\14JXL ", "\0\0\0\14jP  ");

  private BoxBlocks() {}

  static boolean accepts(ByteView file) {
    return file.length() >= 12
        && (file.has(4, "ftyp") || STARTS.stream().anyMatch(start -> file.has(0, start)));
  }

  static void read(ByteView file, Metadata metadata, Notes notes) {
    for (Box box : Box.allWhole(file, 0)) {
      ByteView content = box.content();
      switch (box.type()) {
        case "meta" -> Blocks.attempt("HEIF", notes, () -> readItems(box, file, metadata, notes));
        case "brob" ->
            Blocks.attempt(
                "compressed", notes, () -> readPlain(BrotliBox.unpack(content), metadata, notes));
        case "moov" -> readMovie(content, metadata, notes);
        case "uuid" -> readUuid(content, metadata, notes);
        // Google's and Samsung's boxes for the film of a live photo.
        case "mpvd", "sefd" -> FilmBlock.add(EmbeddedFilm.inBox(box), metadata);
        default -> readPlain(box, metadata, notes);
      }
    }
  }

  private static void readPlain(Box box, Metadata metadata, Notes notes) {
    switch (box.type()) {
      case "Exif" -> readExif(box.content(), metadata, notes);
      case "xml " -> Blocks.readXmp(box.content(), metadata, notes);
      default -> {}
    }
  }

  private static void readItems(Box meta, ByteView file, Metadata metadata, Notes notes) {
    HeifItems items = new HeifItems(meta, file);
    ItemData exif = items.find(EXIF_ITEM);
    if (exif != null && exif.length() <= MAX_ITEM) {
      readExif(ByteView.of(exif.bytes()), metadata, notes);
    }
    ItemData xmp = items.find(XMP_ITEM);
    if (xmp != null && xmp.length() <= MAX_ITEM) {
      Blocks.readXmp(ByteView.of(xmp.bytes()), metadata, notes);
    }
  }

  private static void readExif(ByteView block, Metadata metadata, Notes notes) {
    Blocks.attempt("EXIF", notes, () -> Blocks.readExif(HeifItems.tiffOfExif(block), metadata));
  }

  private static void readMovie(ByteView movie, Metadata metadata, Notes notes) {
    for (Box box : Box.allWhole(movie, 0)) {
      if (box.type().equals("uuid")) {
        readUuid(box.content(), metadata, notes);
      }
    }
  }

  private static void readUuid(ByteView content, Metadata metadata, Notes notes) {
    String uuid = HexFormat.of().formatHex(content.slice(0, UUID).copy());
    ByteView block = content.from(Math.min(UUID, content.length()));
    switch (uuid) {
      case XMP_UUID -> Blocks.readXmp(block, metadata, notes);
      case EXIF_UUID -> Blocks.attempt("EXIF", notes, () -> Blocks.readExif(block, metadata));
      case IPTC_UUID ->
          Blocks.attempt(
              "IPTC",
              notes,
              () ->
                  new IptcReader()
                      .extract(
                          new SequentialByteArrayReader(block.copy()), metadata, block.length()));
      case CANON_UUID -> readCanon(block, metadata, notes);
      default -> {}
    }
  }

  private static void readCanon(ByteView boxes, Metadata metadata, Notes notes) {
    for (Box box : Box.allWhole(boxes, 0)) {
      ByteView tiff = box.content();
      switch (box.type()) {
        case "CMT1", "CMT2" -> Blocks.attempt("EXIF", notes, () -> Blocks.readExif(tiff, metadata));
        case "CMT4" -> Blocks.attempt("GPS", notes, () -> readGps(tiff, metadata));
        default -> {}
      }
    }
  }

  /** The library takes the structure's directory for the image's own, so its tags are moved. */
  private static void readGps(ByteView tiff, Metadata metadata) {
    Metadata apart = new Metadata();
    Blocks.readExif(tiff, apart);
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
