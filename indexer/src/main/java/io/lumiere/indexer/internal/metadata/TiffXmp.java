package io.lumiere.indexer.internal.metadata;

import com.drew.metadata.Metadata;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Finds the XMP packet in the first directory of a TIFF structure (TIFF 6.0; XMP, part 3). */
final class TiffXmp {
  private static final int TAG = 700;
  private static final int ENTRY = 12;

  private TiffXmp() {}

  static void read(byte[] bytes, Metadata metadata, Notes notes) {
    if (bytes.length < 8) {
      return;
    }
    ByteBuffer file = ByteBuffer.wrap(bytes);
    file.order(bytes[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    long directory = Integer.toUnsignedLong(file.getInt(4));
    if (directory > bytes.length - 2) {
      return;
    }
    int count = Short.toUnsignedInt(file.getShort((int) directory));
    for (int i = 0; i < count; i++) {
      long entry = directory + 2 + (long) ENTRY * i;
      if (entry + ENTRY > bytes.length) {
        return;
      }
      long length = Integer.toUnsignedLong(file.getInt((int) entry + 4));
      long start = Integer.toUnsignedLong(file.getInt((int) entry + 8));
      if (Short.toUnsignedInt(file.getShort((int) entry)) == TAG && start < bytes.length) {
        int end = (int) Math.min(bytes.length, start + length);
        byte[] packet = Arrays.copyOfRange(bytes, (int) start, end);
        Blocks.attempt("XMP", notes, () -> XmpPacket.read(packet, metadata, notes));
        return;
      }
    }
  }
}
