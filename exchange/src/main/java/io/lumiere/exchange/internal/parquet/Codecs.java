package io.lumiere.exchange.internal.parquet;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.util.compress.LZ4;
import org.apache.parquet.format.CompressionCodec;
import org.brotli.dec.BrotliInputStream;
import org.xerial.snappy.Snappy;

/**
 * Decompresses pages, of which a header says how large they become: each codec writes that many
 * bytes and no more. Parquet's own codecs are Hadoop's.
 */
final class Codecs {
  private Codecs() {}

  /**
   * Decompresses.
   *
   * @param in ends with the compressed page, which begins at {@code from}
   * @param size that it must have afterwards
   * @throws IOException if it has another size, or is damaged
   */
  static byte[] decompress(CompressionCodec codec, byte[] in, int from, int size)
      throws IOException {
    if (size == 0) {
      return new byte[0];
    }
    try {
      return decompress(codec, in, from, in.length - from, size);
    } catch (IOException e) {
      String said = String.valueOf(e.getMessage());
      throw said.startsWith("a page") ? e : new IOException("a page cannot be decompressed", e);
    }
  }

  private static byte[] decompress(
      CompressionCodec codec, byte[] in, int from, int length, int size) throws IOException {
    return switch (codec) {
      case SNAPPY -> snappy(in, from, length, size);
      case ZSTD -> zstd(in, from, length, size);
      case LZ4_RAW -> lz4(in, from, length, size);
      case GZIP -> whole(new GZIPInputStream(new ByteArrayInputStream(in, from, length)), size);
      case BROTLI -> whole(new BrotliInputStream(new ByteArrayInputStream(in, from, length)), size);
      case UNCOMPRESSED, LZO, LZ4 ->
          throw new IOException(
              "a page is compressed by "
                  + codec
                  + ": it takes SNAPPY, ZSTD, GZIP, BROTLI, LZ4_RAW, or none");
    };
  }

  /**
   * The native code writes as many bytes as the data says, beyond the array's end too: so the
   * length is asked for first.
   */
  private static byte[] snappy(byte[] in, int from, int length, int size) throws IOException {
    requireSize(Snappy.uncompressedLength(in, from, length), size);
    byte[] out = new byte[size];
    requireSize(Snappy.uncompress(in, from, length, out, 0), size);
    return out;
  }

  private static byte[] zstd(byte[] in, int from, int length, int size) throws IOException {
    byte[] out = new byte[size];
    try {
      requireSize(Zstd.decompressByteArray(out, 0, size, in, from, length), size);
    } catch (ZstdException e) {
      throw new IOException("a page is damaged: " + e.getMessage(), e);
    }
    return out;
  }

  private static byte[] lz4(byte[] in, int from, int length, int size) throws IOException {
    byte[] out = new byte[size];
    ByteArrayDataInput input = new ByteArrayDataInput(in, from, length);
    requireSize(LZ4.decompress(input, size, out, 0), size);
    return out;
  }

  private static byte[] whole(InputStream stream, int size) throws IOException {
    try (stream) {
      byte[] out = new byte[size];
      int done = stream.readNBytes(out, 0, size);
      requireSize(done == size && stream.read() >= 0 ? size + 1L : done, size);
      return out;
    }
  }

  private static void requireSize(long found, int stated) throws IOException {
    if (found != stated) {
      throw new IOException("a page is damaged: it should have " + stated + " bytes, not " + found);
    }
  }
}
