package io.lumiere.images.internal.format;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.UnsupportedImageException;
import io.lumiere.images.container.ByteView;
import io.lumiere.images.container.JpegFrame;
import io.lumiere.images.container.JpegMarker;
import io.lumiere.images.container.JpegSegment;
import io.lumiere.images.container.JpegSegments;
import io.lumiere.images.container.JpegStart;
import io.lumiere.images.internal.header.ExifOrientation;
import io.lumiere.images.internal.header.ImageFormat;
import io.lumiere.images.internal.header.ImageHeader;
import org.jspecify.annotations.Nullable;

/** The frame's size and the EXIF orientation of a JPEG. */
public final class JpegHeader {
  private static final String EXIF = "Exif\0";
  private static final int EXIF_PREFIX = 6;

  private JpegHeader() {}

  static ImageHeader read(ByteView in) {
    JpegSegments segments = new JpegSegments(in);
    ByteView exif = null;
    JpegSegment segment = segments.nextBeforeScan();
    while (segment != null) {
      ByteView content = segment.content();
      if (JpegMarker.isFrame(segment.marker())) {
        return header(JpegFrame.of(segment), exif);
      } else if (segment.marker() == JpegMarker.APP1 && exif == null && content.has(0, EXIF)) {
        exif = content.from(Math.min(EXIF_PREFIX, content.length()));
      }
      segment = segments.nextBeforeScan();
    }
    throw new CorruptImageException("the JPEG has no frame header");
  }

  /**
   * The same of a JPEG that every program can show, or null for anything else: raw files hold their
   * samples in lossless JPEGs, too, and a damaged thumbnail may have no height.
   */
  public static @Nullable ImageHeader readCommon(ByteView in) {
    if (!in.has(0, JpegStart.SIGNATURE)) {
      return null;
    }
    JpegFrame frame = JpegFrame.find(new JpegSegments(in));
    return frame != null && frame.isCommon() && frame.height() > 0 ? read(in) : null;
  }

  private static ImageHeader header(JpegFrame frame, @Nullable ByteView exif) {
    checkKind(frame);
    int orientation = exif == null ? ExifOrientation.NORMAL : ExifOrientation.find(exif);
    // A block of 64 pixels takes at least a bit; a quarter of that allows for what is cut off and
    // for arithmetic coding.
    long leastBytes = (long) frame.width() * frame.height() / (4 * 64 * 8);
    return new ImageHeader(
        ImageFormat.JPEG, frame.width(), frame.height(), orientation, leastBytes);
  }

  private static void checkKind(JpegFrame frame) {
    int marker = frame.marker();
    if (marker == JpegMarker.LOSSLESS_STANDARD) {
      throw unsupported("JPEG-LS");
    } else if (marker >= 0xc5 && marker != 0xc9 && marker != 0xca) {
      throw unsupported(marker == 0xcb ? "a lossless JPEG of arithmetic code" : "a layered JPEG");
    } else if (frame.bits() != 8) {
      throw unsupported("a JPEG of " + frame.bits() + " bits a sample");
    } else if (frame.height() == 0 && frame.width() > 0) {
      throw unsupported("a JPEG that gives its height after its first scan");
    }
  }

  private static UnsupportedImageException unsupported(String what) {
    return new UnsupportedImageException("not supported: " + what);
  }
}
