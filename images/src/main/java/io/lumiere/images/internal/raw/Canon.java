package io.lumiere.images.internal.raw;

import io.lumiere.images.container.Box;
import io.lumiere.images.container.ByteView;
import io.lumiere.images.container.JpegStart;
import io.lumiere.images.container.SampleTable;
import io.lumiere.images.container.TiffDirectory;
import io.lumiere.images.container.TiffFile;
import io.lumiere.images.container.TiffTag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CR3 files: boxes, of which a UUID's holds the EXIF directories as small TIFF files and a
 * thumbnail, another's a preview, and the first track a JPEG in full size.
 */
final class Canon {

  /** How far a preview's JPEG may be from the start of its box: sizes and flags come before. */
  private static final int LONGEST_HEAD = 32;

  private static final int UUID = 16;

  private Canon() {}

  static void read(ByteView file, Candidates candidates) {
    List<Box> boxes = Box.all(file, 0);
    Box moov = Box.find(boxes, "moov");
    for (Box box : boxes) {
      readUuid(box, candidates);
    }
    if (moov != null) {
      for (Box box : moov.children()) {
        readUuid(box, candidates);
        if (box.type().equals("trak")) {
          readTrack(box, file, candidates);
        }
      }
    }
  }

  private static void readUuid(Box box, Candidates candidates) {
    if (!box.type().equals("uuid")) {
      return;
    }
    // The preview's has eight bytes more before its boxes; XMP's has no boxes.
    boolean preview = box.content().has(UUID + 12, "PRVW");
    boolean exif = box.content().has(UUID + 4, "CNCV") || box.content().has(UUID + 4, "CMT1");
    if (!preview && !exif) {
      return;
    }
    for (Box inner : Box.all(box.content(), preview ? UUID + 8 : UUID)) {
      switch (inner.type()) {
        case "CMT1" -> readExif(inner.content(), candidates);
        case "PRVW", "THMB" -> offer(inner.content(), candidates);
        default -> {}
      }
    }
  }

  private static void readExif(ByteView block, Candidates candidates) {
    TiffFile tiff = TiffFile.of(block);
    TiffDirectory directory = tiff.directory(tiff.first());
    candidates.orientation(directory.number(TiffTag.ORIENTATION, 0));
    candidates.size(directory.number(TiffTag.WIDTH, 0), directory.number(TiffTag.HEIGHT, 0));
  }

  private static void offer(ByteView content, Candidates candidates) {
    for (int at = 0; at < LONGEST_HEAD; at++) {
      if (content.has(at, JpegStart.SIGNATURE)) {
        candidates.offer(content, at, content.length());
        return;
      }
    }
  }

  private static void readTrack(Box track, ByteView file, Candidates candidates) {
    Box table = inside(track, "mdia", "minf", "stbl");
    if (table != null && table.child("stsz") != null) {
      SampleTable.Place first = new SampleTable(table).first();
      candidates.offer(file, first.at(), first.length());
    }
  }

  private static @Nullable Box inside(Box box, String... types) {
    Box inner = box;
    for (String type : types) {
      inner = inner == null ? null : inner.child(type);
    }
    return inner;
  }
}
