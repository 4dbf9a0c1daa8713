package io.lumiere.indexer.internal.metadata;

import io.lumiere.images.container.Box;
import io.lumiere.images.container.ByteView;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.brotli.dec.BrotliInputStream;

/** A box of JPEG XL that holds another one, compressed by Brotli (ISO/IEC 18181-2, brob). */
final class BrotliBox {
  /** A few bytes can hold gigabytes. */
  private static final int MAX_CONTENT = 4 << 20;

  private BrotliBox() {}

  /** The box within: the rest of {@code content} after its type. */
  static Box unpack(ByteView content) throws IOException {
    String type = content.latin(0, 4);
    try (BrotliInputStream inflated =
        new BrotliInputStream(new ByteArrayInputStream(content.from(4).copy()))) {
      return new Box(type, ByteView.of(inflated.readNBytes(MAX_CONTENT)));
    }
  }
}
