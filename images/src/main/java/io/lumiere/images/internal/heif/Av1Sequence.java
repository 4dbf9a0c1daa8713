package io.lumiere.images.internal.heif;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.container.ByteView;

/**
 * The size that AV1 data says it has (AV1 specification, 5.3, 5.5 and 5.9): no frame is larger. The
 * decoder asks for memory by this size before it lets anyone look at it.
 */
public final class Av1Sequence {
  private static final int SEQUENCE_HEADER = 1;
  private static final int FRAME_HEADER = 3;
  private static final int FRAME = 6;

  private final Bits in;

  private Av1Sequence(ByteView header) {
    this.in = new Bits(header);
  }

  /**
   * What is to be decoded.
   *
   * @param pixels the most that a frame can have by any sequence header within the data; 0 where
   *     there is none, and with that no frame
   * @param frames how many there are, shown or hidden
   */
  public record Extent(long pixels, int frames) {}

  /**
   * Reads the data's parts.
   *
   * @throws CorruptImageException if the data ends too early
   */
  public static Extent extent(byte[] data) {
    ByteView all = ByteView.of(data);
    long most = 0;
    int frames = 0;
    long at = 0;
    while (at < data.length) {
      int head = all.u8(at++);
      at += (head & 4) != 0 ? 1 : 0;
      long length = data.length - at;
      if ((head & 2) != 0) {
        length = 0;
        int shift = 0;
        int next;
        do {
          next = all.u8(at++);
          length |= (next & 0x7fL) << shift;
          shift += 7;
        } while ((next & 0x80) != 0 && shift < 56);
      }
      int type = head >> 3 & 15;
      frames += type == FRAME || type == FRAME_HEADER ? 1 : 0;
      if (type == SEQUENCE_HEADER) {
        most = Math.max(most, new Av1Sequence(all.slice(at, length)).pixels());
      }
      at += length;
    }
    return new Extent(most, frames);
  }

  private long pixels() {
    in.skip(3 + 1); // profile, still picture
    if (in.flag()) { // reduced header
      in.skip(5);
    } else {
      skipOperatingPoints();
    }
    int widthBits = in.bits(4) + 1;
    int heightBits = in.bits(4) + 1;
    return (in.bits(widthBits) + 1L) * (in.bits(heightBits) + 1L);
  }

  private void skipOperatingPoints() {
    int delayBits = 0;
    boolean decoderModel = false;
    if (in.flag()) {
      in.skip(32 + 32);
      if (in.flag()) {
        in.skipUvlc();
      }
      decoderModel = in.flag();
      if (decoderModel) {
        delayBits = in.bits(5) + 1;
        in.skip(32 + 5 + 5);
      }
    }
    boolean displayDelay = in.flag();
    for (int left = in.bits(5) + 1; left > 0; left--) {
      in.skip(12);
      if (in.bits(5) > 7) {
        in.skip(1);
      }
      if (decoderModel && in.flag()) {
        in.skip(2 * delayBits + 1);
      }
      if (displayDelay && in.flag()) {
        in.skip(4);
      }
    }
  }

  /** Reads bits, the highest of each byte first. */
  private static final class Bits {
    private final ByteView in;
    private long at;

    Bits(ByteView in) {
      this.in = in;
    }

    boolean flag() {
      boolean set = (in.u8(at >> 3) >> (7 - (at & 7)) & 1) != 0;
      at++;
      return set;
    }

    int bits(int count) {
      int value = 0;
      for (int i = 0; i < count; i++) {
        value = value << 1 | (flag() ? 1 : 0);
      }
      return value;
    }

    void skip(int count) {
      at += count;
    }

    void skipUvlc() {
      int zeros = 0;
      while (!flag()) {
        zeros++;
      }
      skip(zeros);
    }
  }
}
