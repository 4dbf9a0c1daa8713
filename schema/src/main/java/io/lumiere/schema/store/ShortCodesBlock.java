package io.lumiere.schema.store;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.store.IndexOutput;

/** Writes the first words of codes in blocks; see {@link ShortCodesLayout}. Not thread-safe. */
final class ShortCodesBlock {
  private final IndexOutput output;
  private final int firsts;
  private final long[] words;
  private int size;

  ShortCodesBlock(ShortCodesLayout layout, IndexOutput output) {
    this.output = output;
    this.firsts = layout.firsts();
    this.words = new long[firsts * ShortCodesLayout.BLOCK];
  }

  /** Takes the first words of the next code. */
  void add(long[] code) throws IOException {
    for (int word = 0; word < firsts; word++) {
      words[word * ShortCodesLayout.BLOCK + size] = code[word];
    }
    size++;
    if (size == ShortCodesLayout.BLOCK) {
      write();
    }
  }

  /** Writes what is left. */
  void finish() throws IOException {
    if (size > 0) {
      write();
    }
  }

  private void write() throws IOException {
    for (long word : words) {
      output.writeLong(word);
    }
    Arrays.fill(words, 0);
    size = 0;
  }
}
