package io.lumiere.images.container;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * A chunk of a PNG or of a RIFF file, such as WebP. Immutable.
 *
 * @param type four characters
 * @param content the part that is there, where the file ends first
 * @param all the chunk with its head and what follows its content, as far as it is there
 * @param isWhole whether the file does not end before it
 */
public record Chunk(String type, ByteView content, ByteView all, boolean isWhole) {
  private static final int HEAD = 8;

  /** The chunks of a PNG (ISO/IEC 15948, 5.3), the last one perhaps not whole; found one by one. */
  public static Iterable<Chunk> ofPng(ByteView file) {
    return () -> new Chunks(file.bigEndian(), 8, true);
  }

  /** The chunks of a RIFF file (RFC 9649, 2.3), the last one perhaps not whole. */
  public static Iterable<Chunk> ofRiff(ByteView file) {
    return () -> new Chunks(file.littleEndian(), 12, false);
  }

  /** PNG has the length first, and a check sum after the content; RIFF pads to an even length. */
  private static final class Chunks implements Iterator<Chunk> {
    private final ByteView file;
    private final boolean isPng;
    private long at;

    Chunks(ByteView file, long first, boolean isPng) {
      this.file = file;
      this.at = first;
      this.isPng = isPng;
    }

    @Override
    public boolean hasNext() {
      return at + HEAD <= file.length();
    }

    @Override
    public Chunk next() {
      if (!hasNext()) {
        throw new NoSuchElementException("after the last chunk");
      }
      long start = at;
      long length = file.u32(isPng ? at : at + 4);
      long end = at + HEAD + length + (isPng ? 4 : 0);
      at = end + (isPng ? 0 : length & 1);
      return new Chunk(
          file.latin(isPng ? start + 4 : start, 4),
          file.slice(start + HEAD, length),
          file.slice(start, end - start),
          end <= file.length());
    }
  }
}
