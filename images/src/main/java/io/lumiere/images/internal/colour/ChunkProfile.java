package io.lumiere.images.internal.colour;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.container.ByteView;
import io.lumiere.images.container.Chunk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** The profile in a chunk of a PNG (third edition, 11.3.2) or WebP (RFC 9649, 2.7.1.4). */
final class ChunkProfile {
  private ChunkProfile() {}

  /** Of the chunks that say colours, cICP goes before iCCP. */
  static byte @Nullable [] inPng(ByteView file) {
    ByteView deflated = null;
    for (Chunk chunk : Chunk.ofPng(file)) {
      switch (chunk.type()) {
        case "cICP" -> {
          return CodedColours.of(chunk.content().u8(0), chunk.content().u8(1));
        }
        case "iCCP" -> deflated = chunk.content();
        case "IDAT" -> {
          return deflated == null ? null : inflated(deflated);
        }
        default -> {}
      }
    }
    return null;
  }

  /** Behind its name, and a byte for the method, of which there is one. */
  private static byte[] inflated(ByteView content) {
    ByteView data = content.from(content.find(0, 0) + 2);
    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(data.copy()))) {
      return in.readNBytes(EmbeddedProfile.MOST_BYTES + 1);
    } catch (IOException e) {
      throw new CorruptImageException("its colour profile is damaged");
    }
  }

  static byte @Nullable [] inWebp(ByteView file) {
    for (Chunk chunk : Chunk.ofRiff(file)) {
      if (chunk.type().equals("ICCP")) {
        return chunk.content().copy();
      }
    }
    return null;
  }
}
