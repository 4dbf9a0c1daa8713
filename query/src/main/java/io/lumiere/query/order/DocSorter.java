package io.lumiere.query.order;

import io.lumiere.query.internal.lucene.RadixSort;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.IndexReader;

/**
 * Sorts documents by several numbers each. The first number of each is read at once; further ones
 * only where documents are equal so far. Used for one set of documents; not thread-safe.
 */
public final class DocSorter {
  private final IndexReader reader;
  private final int[] docs;
  private final List<DocKeys> levels;
  private final long[][] keys;

  private DocSorter(IndexReader reader, int[] docs, List<DocKeys> levels) {
    this.reader = reader;
    this.docs = docs;
    this.levels = levels;
    this.keys = new long[levels.size()][];
  }

  /**
   * The order of documents.
   *
   * @param docs in the order of the index, which equal ones keep
   * @param levels what they are sorted by, the most important first
   * @return the place in {@code docs} of the first document, of the second and so on
   */
  public static int[] order(IndexReader reader, int[] docs, List<DocKeys> levels)
      throws IOException {
    int[] order = new int[docs.length];
    Arrays.setAll(order, i -> i);
    new DocSorter(reader, docs, levels).sort(order, 0, docs.length, 0);
    return order;
  }

  private void sort(int[] order, int from, int to, int level) throws IOException {
    if (level == levels.size() || to - from < 2) {
      return;
    }
    if (keys[level] == null) {
      keys[level] = levels.get(level).of(reader, docs);
    }
    long[] sorted = new long[to - from];
    for (int i = from; i < to; i++) {
      sorted[i - from] = keys[level][order[i]];
    }
    RadixSort.sort(sorted, order, from);
    for (int start = from; start < to; ) {
      int end = start + 1;
      while (end < to && sorted[end - from] == sorted[start - from]) {
        end++;
      }
      sort(order, start, end, level + 1);
      start = end;
    }
  }
}
