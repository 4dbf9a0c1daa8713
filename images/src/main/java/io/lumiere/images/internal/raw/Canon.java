package io.lumiere.images.internal.raw;

import io.lumiere.images.container.Box;
import io.lumiere.images.container.ByteView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CR3 files: boxes, of which a UUID's holds the EXIF directories as small TIFF files and a
 * thumbnail, another's a preview, and the first track a JPEG in full size.
 */
final class Canon {
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int ORIENTATION = 274;

  /** How far a preview's JPEG may be from the start of its box: sizes and flags come before. */
  private static final int LONGEST_HEAD = 32;

  private static final int UUID = 16;
  private static final String JPEG = "\u00ff\u00d8\u00ff";

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
    ByteView tiff = block.slice(0, block.length(), block.has(0, "II"));
    Directory directory = Directory.read(tiff, tiff.u32(4));
    candidates.orientation(directory.number(ORIENTATION));
    candidates.size(directory.number(WIDTH), directory.number(HEIGHT));
  }

  private static void offer(ByteView content, Candidates candidates) {
    for (int at = 0; at < LONGEST_HEAD; at++) {
      if (content.has(at, JPEG)) {
        candidates.offer(content, at, content.length());
        return;
      }
    }
  }

  private static void readTrack(Box track, ByteView file, Candidates candidates) {
    Box table = inside(track, "mdia", "minf", "stbl");
    if (table == null || table.child("stsz") == null) {
      return;
    }
    ByteView sizes = table.expectChild("stsz").content();
    long length = sizes.u32(4) != 0 ? sizes.u32(4) : sizes.u32(12);
    Box narrow = table.child("stco");
    long at =
        narrow != null ? narrow.content().u32(8) : table.expectChild("co64").content().offset64(8);
    candidates.offer(file, at, length);
  }

  private static @Nullable Box inside(Box box, String... types) {
    Box inner = box;
    for (String type : types) {
      inner = inner == null ? null : inner.child(type);
    }
    return inner;
  }
}
