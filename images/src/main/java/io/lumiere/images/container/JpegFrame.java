package io.lumiere.images.container;

import io.lumiere.images.CorruptImageException;
import org.jspecify.annotations.Nullable;

/**
 * A JPEG's frame header (ITU-T T.81, B.2.2). Immutable.
 *
 * @param marker says how the frame is coded
 * @param bits of a sample
 * @param height in lines; 0 where it is said after the first scan
 * @param width in samples
 * @param components of a pixel
 */
public record JpegFrame(int marker, int bits, int height, int width, int components) {
  /**
   * Reads it.
   *
   * @throws CorruptImageException if the file ends within it
   */
  public static JpegFrame of(JpegSegment segment) {
    ByteView in = segment.content();
    return new JpegFrame(segment.marker(), in.u8(0), in.u16(1), in.u16(3), in.u8(5));
  }

  /** The first before the first scan, of those segments; null where there is none. */
  public static @Nullable JpegFrame find(JpegSegments segments) {
    try {
      JpegSegment segment = segments.nextBeforeScan();
      while (segment != null && !JpegMarker.isFrame(segment.marker())) {
        segment = segments.nextBeforeScan();
      }
      return segment == null ? null : of(segment);
    } catch (CorruptImageException e) {
      return null;
    }
  }

  /**
   * Whether every program can show it: raw files hold their samples in lossless JPEGs, too, and
   * cameras some in more bits.
   */
  public boolean isCommon() {
    return marker <= JpegMarker.PROGRESSIVE && bits == 8;
  }

  /** Whether all bits of a component come in one scan. */
  public boolean isSequential() {
    return marker == 0xc0 || marker == 0xc1 || marker == 0xc9;
  }
}
