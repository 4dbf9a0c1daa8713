package io.lumiere.cluster.ingest;

import java.util.Arrays;

/**
 * Finds documents by the hash of their content in eight bytes a document: the first half of each is
 * a part of the hash, the second half the document's number. Immutable.
 */
final class DocumentsByHash {
  private final long[] entries;

  private DocumentsByHash(long[] entries) {
    this.entries = entries;
  }

  /** Takes hashes in the order of documents. Not thread-safe. */
  static final class Builder {
    private long[] entries = new long[1_024];
    private int count;

    void add(String hash) {
      if (count == entries.length) {
        entries = Arrays.copyOf(entries, 2 * count);
      }
      entries[count] = first(hash) | count;
      count++;
    }

    DocumentsByHash build() {
      long[] sorted = Arrays.copyOf(entries, count);
      Arrays.sort(sorted);
      return new DocumentsByHash(sorted);
    }
  }

  /** Documents that may have the hash, in ascending order; a few of them have another one. */
  int[] candidates(String hash) {
    int from = firstAtOrAfter(first(hash));
    int to = from;
    while (to < entries.length && (entries[to] ^ first(hash)) >>> Integer.SIZE == 0) {
      to++;
    }
    int[] documents = new int[to - from];
    for (int i = 0; i < documents.length; i++) {
      documents[i] = (int) entries[from + i];
    }
    return documents;
  }

  private int firstAtOrAfter(long entry) {
    int place = Arrays.binarySearch(entries, entry);
    return place < 0 ? -place - 1 : place;
  }

  private static long first(String hash) {
    return (long) hash.hashCode() << Integer.SIZE;
  }
}
