package io.lumiere.images.internal.tiff;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import io.lumiere.images.CorruptImageException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.tukaani.xz.XZInputStream;

/** Undoes the compression of a strip or tile; never gives more bytes than were asked for. */
final class Unpacker {
  static final int NONE = 1;
  static final int LZW = 5;
  static final int DEFLATE = 8;
  static final int PACK_BITS = 32773;
  static final int OLD_DEFLATE = 32946;
  static final int LZMA = 34925;
  static final int ZSTD = 50000;

  static final Set<Integer> KNOWN = Set.of(NONE, LZW, DEFLATE, PACK_BITS, OLD_DEFLATE, LZMA, ZSTD);

  /** Bytes that one byte makes at most: 12 bits a string of 4,096, 2 bits 258 bytes, and a run. */
  private static final long MOST_OF_LZW = 4096;

  private static final long MOST_OF_DEFLATE = 1040;
  private static final long MOST_OF_PACK_BITS = 128;

  private static final int LZMA_MEMORY_KIB = 100 << 10;

  private Unpacker() {}

  /**
   * Fills {@code out}.
   *
   * @throws CorruptImageException if there is less, or it is damaged
   */
  static void unpack(int compression, byte[] in, byte[] out) {
    int count =
        switch (compression) {
          case NONE -> copy(in, out);
          case LZW -> Lzw.decode(in, out);
          case DEFLATE, OLD_DEFLATE -> inflate(in, out);
          case PACK_BITS -> packBits(in, out);
          case LZMA -> lzma(in, out);
          case ZSTD -> zstd(in, out);
          default -> throw new IllegalArgumentException("compression " + compression);
        };
    if (count < out.length) {
      throw new CorruptImageException("a part of the TIFF's picture is missing");
    }
  }

  /**
   * Refuses what cannot fill so many bytes before memory is taken for them. zstd and LZMA have no
   * such limit.
   *
   * @throws CorruptImageException if it is too short
   */
  static void checkLength(int compression, int length, long bytes) {
    long most =
        switch (compression) {
          case NONE -> length;
          case LZW -> MOST_OF_LZW * length;
          case DEFLATE, OLD_DEFLATE -> MOST_OF_DEFLATE * length;
          case PACK_BITS -> MOST_OF_PACK_BITS * length;
          default -> Long.MAX_VALUE;
        };
    if (bytes > most) {
      throw new CorruptImageException("a part of the TIFF's picture is missing");
    }
  }

  private static int copy(byte[] in, byte[] out) {
    int count = Math.min(in.length, out.length);
    System.arraycopy(in, 0, out, 0, count);
    return count;
  }

  private static int inflate(byte[] in, byte[] out) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(in);
      int count = 0;
      while (count < out.length) {
        int more = inflater.inflate(out, count, out.length - count);
        if (more == 0) {
          break;
        }
        count += more;
      }
      return count;
    } catch (DataFormatException e) {
      throw new CorruptImageException("its deflate data is damaged");
    } finally {
      inflater.end();
    }
  }

  /** TIFF 6.0, section 9. */
  private static int packBits(byte[] in, byte[] out) {
    int count = 0;
    int at = 0;
    while (at + 1 < in.length && count < out.length) {
      int head = in[at++];
      if (head >= 0) {
        int length = Math.min(Math.min(head + 1, in.length - at), out.length - count);
        System.arraycopy(in, at, out, count, length);
        at += head + 1;
        count += length;
      } else if (head != -128) {
        byte value = in[at++];
        for (int left = 1 - head; left > 0 && count < out.length; left--) {
          out[count++] = value;
        }
      }
    }
    return count;
  }

  private static int lzma(byte[] in, byte[] out) {
    try (InputStream unpacked = new XZInputStream(new ByteArrayInputStream(in), LZMA_MEMORY_KIB)) {
      return unpacked.readNBytes(out, 0, out.length);
    } catch (IOException e) {
      throw new CorruptImageException("its LZMA data is damaged");
    }
  }

  private static int zstd(byte[] in, byte[] out) {
    try {
      return (int) Zstd.decompressByteArray(out, 0, out.length, in, 0, in.length);
    } catch (ZstdException e) {
      throw new CorruptImageException("its zstd data is damaged");
    }
  }
}
