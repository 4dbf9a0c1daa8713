package io.lumiere.models.internal.tokenizer;

import java.util.Arrays;

/**
 * Gathers ids, and says what a character becomes that no piece has: its bytes where the model has
 * pieces for bytes, else the unknown piece, once for several in a row. Not thread-safe.
 */
final class UnknownCharacters {
  private final int unknownId;
  private final int[] byteIds;
  private int[] ids = new int[64];
  private int size;
  private boolean afterUnknown;

  /**
   * @param byteIds the pieces of the 256 bytes; empty for a model without
   */
  UnknownCharacters(int unknownId, int[] byteIds) {
    this.unknownId = unknownId;
    this.byteIds = byteIds;
  }

  void addPiece(int id) {
    afterUnknown = false;
    add(id);
  }

  void addUnknown(String character) {
    if (byteIds.length == 256) {
      for (byte b : Utf8.bytes(character)) {
        addPiece(byteIds[b & 0xFF]);
      }
    } else if (!afterUnknown) {
      add(unknownId);
      afterUnknown = true;
    }
  }

  private void add(int id) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, 2 * size);
    }
    ids[size++] = id;
  }

  int[] ids() {
    return Arrays.copyOf(ids, size);
  }
}
