package io.lumiere.indexer.internal.metadata;

import io.lumiere.indexer.internal.metadata.Boxes.Box;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.brotli.dec.BrotliInputStream;

/** A box of JPEG XL that holds another one, compressed by Brotli (ISO/IEC 18181-2, brob). */
final class BrotliBox {
  /** A few bytes can hold gigabytes. */
  private static final int MAX_CONTENT = 4 << 20;

  private BrotliBox() {}

  /** The box within: the rest of {@code content} after its type. */
  static Box unpack(ByteBuffer content) throws IOException {
    ByteBuffer in = content.duplicate();
    if (in.remaining() < 4) {
      throw new IOException("a compressed box has no type");
    }
    String type = Boxes.fourCharacters(in);
    try (BrotliInputStream inflated =
        new BrotliInputStream(new ByteArrayInputStream(Boxes.bytes(in)))) {
      return new Box(type, ByteBuffer.wrap(inflated.readNBytes(MAX_CONTENT)));
    }
  }
}
