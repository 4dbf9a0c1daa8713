package io.lumiere.images.internal.heif;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.container.Box;
import io.lumiere.images.container.ByteView;
import io.lumiere.images.container.ItemData;
import io.lumiere.images.container.SampleTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first picture of a file that is a sequence alone (ISO/IEC 14496-12, 8.5 to 8.7). */
final class FirstSample {
  /** Where a visual sample entry has its size, and its boxes: 12.1.3. */
  private static final int WIDTH = 24;

  private static final int BOXES = 78;

  private FirstSample() {}

  static CodedImage of(Box moov, ByteView file) {
    Box table = table(moov);
    if (table == null) {
      throw new CorruptImageException("it holds no picture");
    }
    return inTable(table, file);
  }

  /** The table of the first track of pictures; null where there is none. */
  static @Nullable Box table(Box moov) {
    for (Box box : moov.children()) {
      Box media = box.type().equals("trak") ? box.child("mdia") : null;
      if (media != null && isPicture(media)) {
        return media.expectChild("minf").expectChild("stbl");
      }
    }
    return null;
  }

  private static boolean isPicture(Box media) {
    ByteView handler = media.expectChild("hdlr").content();
    return handler.has(8, "pict") || handler.has(8, "vide");
  }

  static CodedImage inTable(Box table, ByteView file) {
    List<Box> entries = Box.all(table.expectChild("stsd").content(), 8);
    Box entry = entries.isEmpty() ? table : entries.getFirst();
    Codec codec = CodedImage.codec(entry.type());
    if (codec == null) {
      throw CodedImage.unsupported(entry.type());
    }
    int width = entry.content().u16(WIDTH);
    int height = entry.content().u16(WIDTH + 2);
    return CodedImage.of(codec, Box.all(entry.content(), BOXES), data(table, file), width, height);
  }

  private static ItemData data(Box table, ByteView file) {
    return Sequence.data(file, new SampleTable(table).first());
  }
}
