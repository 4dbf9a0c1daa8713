package io.lumiere.images.container;

import java.util.List;

/**
 * An item's data: parts of the file, to be read one after the other. Immutable and thread-safe.
 *
 * @param parts all within the file, and together no longer than it
 */
public record ItemData(List<ByteView> parts) {
  public ItemData {
    parts = List.copyOf(parts);
  }

  /** In bytes. */
  public int length() {
    return parts.stream().mapToInt(ByteView::length).sum();
  }

  /** A copy of all of it. */
  public byte[] bytes() {
    byte[] bytes = new byte[length()];
    int at = 0;
    for (ByteView part : parts) {
      part.copyTo(bytes, at);
      at += part.length();
    }
    return bytes;
  }
}
