package io.lumiere.query.group;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;

/** Numbers of groups; they hold for one searcher. Not thread-safe. */
interface GroupNumbers {
  /** The number of each document that is a group of its own. */
  long ALONE = Long.MAX_VALUE;

  /** The numbers of one segment's documents. */
  interface Segment {
    /**
     * The number of a document's group.
     *
     * @param doc the document's number in the segment, never lower than in the call before
     */
    long key(int doc) throws IOException;
  }

  Segment leaf(LeafReaderContext context) throws IOException;
}
