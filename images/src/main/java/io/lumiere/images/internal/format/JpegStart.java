package io.lumiere.images.internal.format;

import io.lumiere.images.container.ByteView;
import java.util.Arrays;

/**
 * Finds a JPEG that does not begin with the file: broken copies and some programs put bytes before.
 */
public final class JpegStart {
  /** Farther than this a JPEG is part of something else. */
  private static final int MOST_BEFORE = 1 << 16;

  /** So many places are tried, as each may take a look at the whole file. */
  private static final int MOST_TRIES = 50;

  private static final String START = "\u00ff\u00d8";

  private JpegStart() {}

  /** Where it begins; -1 where none begins so near to the start. */
  public static int find(byte[] file) {
    ByteView in = new ByteView(file, false);
    int last = Math.min(MOST_BEFORE, file.length - 4);
    int tries = 0;
    for (int at = 0; at <= last && tries < MOST_TRIES; at++) {
      if (in.u8(at) == 0xff && in.u8(at + 1) == 0xd8 && in.u8(at + 2) == 0xff) {
        tries++;
        ByteView rest = in.slice(at, in.length(), false);
        if (JpegHeader.readLossy(rest) != null) {
          return at;
        }
      }
    }
    return -1;
  }

  /**
   * The file from its JPEG on, where nothing else is known of it, and without stray bytes between
   * the start of the image and the first segment; else the file itself.
   */
  public static byte[] withoutBytesBefore(byte[] file) {
    ByteView in = new ByteView(file, false);
    if (in.has(0, START) && !(in.has(2, "\u00ff") && !in.has(2, START))) {
      return withoutStrayBytes(file);
    }
    if (Signatures.isKnown(file)) {
      return file;
    }
    int start = find(file);
    return start <= 0 ? file : Arrays.copyOfRange(file, start, file.length);
  }

  /** With the start of the image right before the first segment from which a JPEG can be read. */
  private static byte[] withoutStrayBytes(byte[] file) {
    byte[] joined = file.clone();
    int last = Math.min(MOST_BEFORE, file.length - 4);
    int tries = 0;
    for (int at = 2; at <= last && tries < MOST_TRIES; at++) {
      int marker = file[at + 1] & 0xff;
      if (file[at] == (byte) 0xff && marker >= 0xc0 && marker != 0xff && marker != 0xd8) {
        joined[at - 2] = (byte) 0xff;
        joined[at - 1] = (byte) 0xd8;
        ByteView rest = new ByteView(joined, false).slice(at - 2, file.length, false);
        if (JpegHeader.readLossy(rest) != null) {
          return rest.copy();
        }
        tries++;
      }
    }
    return file;
  }
}
