package io.lumiere.images;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Animations of two pictures, put together from files of one. */
final class TestAnimations {
  private TestAnimations() {}

  /** An animated PNG: the second picture's data follows in an fdAT chunk. */
  static byte[] png(byte[] first, byte[] second, int width, int height) {
    byte[] data = TestExif.concat(new byte[] {0, 0, 0, 2}, pngData(second));
    byte[] withControl =
        TestExif.insert(
            first,
            33,
            TestExif.concat(
                TestExif.pngChunk("acTL", ints(2, 0)),
                TestExif.pngChunk("fcTL", frame(0, width, height))));
    return TestExif.insert(
        withControl,
        withControl.length - 12,
        TestExif.concat(
            TestExif.pngChunk("fcTL", frame(1, width, height)), TestExif.pngChunk("fdAT", data)));
  }

  // Sequence number, size, place, then delay of 1/10 s, and how the frame is laid down.
  private static byte[] frame(int sequence, int width, int height) {
    return TestExif.concat(ints(sequence, width, height, 0, 0), new byte[] {0, 1, 0, 10, 0, 0});
  }

  private static byte[] ints(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
    for (int value : values) {
      bytes.putInt(value);
    }
    return bytes.array();
  }

  private static byte[] pngData(byte[] png) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    ByteBuffer in = ByteBuffer.wrap(png).position(8);
    while (in.remaining() > 12) {
      int length = in.getInt();
      boolean wanted = in.getInt() == 0x49444154; // IDAT
      if (wanted) {
        data.write(png, in.position(), length);
      }
      in.position(in.position() + length + 4);
    }
    return data.toByteArray();
  }

  /** An animated WebP. */
  static byte[] webp(byte[] first, byte[] second, int width, int height) {
    byte[] size = TestExif.concat(TestExif.little24(width - 1), TestExif.little24(height - 1));
    byte[] extended = TestExif.concat(new byte[] {0x02, 0, 0, 0}, size);
    return TestExif.riff(
        TestExif.concat(
            TestExif.riffChunk("VP8X", extended),
            TestExif.riffChunk("ANIM", new byte[6]),
            TestExif.riffChunk("ANMF", frame(size, first)),
            TestExif.riffChunk("ANMF", frame(size, second))));
  }

  // Place 0, 0; size; duration; flags; then the picture's own chunk.
  private static byte[] frame(byte[] size, byte[] webp) {
    byte[] picture = Arrays.copyOfRange(webp, 12, webp.length);
    return TestExif.concat(new byte[6], size, TestExif.little24(100), new byte[1], picture);
  }
}
