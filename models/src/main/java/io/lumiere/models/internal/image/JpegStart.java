package io.lumiere.models.internal.image;

import io.lumiere.models.internal.bytes.HeaderBytes;
import java.util.Arrays;

/**
 * Finds a JPEG that does not begin with the file: broken copies and some programs put bytes before.
 */
public final class JpegStart {
  /** Farther than this a JPEG is part of something else. */
  private static final int MOST_BEFORE = 4096;

  private JpegStart() {}

  /** Where it begins; -1 where none begins so near to the start. */
  public static int find(byte[] file) {
    HeaderBytes in = new HeaderBytes(file, false);
    int last = Math.min(MOST_BEFORE, file.length - 4);
    for (int at = 0; at <= last; at++) {
      if (in.u8(at) == 0xff && in.u8(at + 1) == 0xd8 && in.u8(at + 2) == 0xff) {
        HeaderBytes rest = in.slice(at, in.length(), false);
        if (JpegHeader.readLossy(rest) != null) {
          return at;
        }
      }
    }
    return -1;
  }

  /** The file from its JPEG on, where nothing else is known of it; else the file itself. */
  public static byte[] withoutBytesBefore(byte[] file) {
    if (Signatures.isKnown(file)) {
      return file;
    }
    int start = find(file);
    return start <= 0 ? file : Arrays.copyOfRange(file, start, file.length);
  }
}
