package io.lumiere.query;

import io.lumiere.schema.SortKeys;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.util.StringHelper;

/**
 * A number that says which photos an index shows: the same in all copies of it that were made file
 * by file, another one after each change. Of several indexes the sum is taken, so that it does not
 * depend on who answered first. Thread-safe.
 */
final class ReaderState {
  private ReaderState() {}

  /** That of a reader. */
  static long of(IndexReader reader) {
    long state = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      state += SortKeys.idHash(segment(leaf.reader()) + ' ' + leaf.reader().numDeletedDocs());
    }
    return state;
  }

  /** What all copies of a segment are called. */
  private static String segment(LeafReader leaf) {
    return FilterLeafReader.unwrap(leaf) instanceof SegmentReader segment
        ? StringHelper.idToString(segment.getSegmentInfo().info.getId())
        : String.valueOf(leaf.getContext().id());
  }
}
