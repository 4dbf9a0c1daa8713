package io.lumiere.images.internal.format;

import io.lumiere.images.container.ByteView;
import io.lumiere.images.container.JpegStart;

/** Bytes before a JPEG, or between its start and its first segment, which no decoder expects. */
public final class StrayBytes {
  private static final String START = JpegStart.SIGNATURE.substring(0, 2);

  private StrayBytes() {}

  /**
   * The file from its JPEG on, where nothing else is known of it, and without stray bytes between
   * the start of the image and the first segment; else the file itself.
   */
  public static byte[] without(byte[] file) {
    ByteView in = ByteView.of(file);
    if (in.has(0, START) && (!in.has(2, "\u00ff") || in.has(2, START))) {
      long segment = JpegStart.findFirstSegment(in);
      return segment <= 2 ? file : afterStart(in.from(segment));
    }
    long start = Signatures.isKnown(file) ? 0 : JpegStart.find(in);
    return start <= 0 ? file : in.from(start).copy();
  }

  private static byte[] afterStart(ByteView segments) {
    byte[] joined = new byte[2 + segments.length()];
    joined[0] = (byte) 0xff;
    joined[1] = (byte) 0xd8;
    segments.copyTo(joined, 2);
    return joined;
  }
}
