package io.lumiere.indexer.internal.metadata;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Writes the maker notes of Apple's cameras: texts in one directory, big-endian. */
final class AppleNotes {
  static final int BURST_UUID = 0x0b;
  static final int CONTENT_IDENTIFIER = 0x11;
  private static final int HEADER = 14;
  private static final int ASCII = 2;

  private AppleNotes() {}

  /** An EXIF block with one text of these notes. */
  static Exif exif(int tag, String text) {
    byte[] value = (text + "\0").getBytes(US_ASCII);
    int valueAt = HEADER + 2 + 12 + 4;
    ByteBuffer head = ByteBuffer.allocate(valueAt);
    head.put("Apple iOS\0".getBytes(US_ASCII)).putShort((short) 1);
    head.put("MM".getBytes(US_ASCII)).putShort((short) 1);
    head.putShort((short) tag).putShort((short) ASCII).putInt(value.length).putInt(valueAt);
    List<byte[]> parts = new ArrayList<>(List.of(head.array(), value));
    return new Exif()
        .text(Exif.Block.IMAGE, 0x10f, "Apple")
        .bytes(Exif.Block.PHOTO, 0x927c, Exif.join(parts));
  }
}
