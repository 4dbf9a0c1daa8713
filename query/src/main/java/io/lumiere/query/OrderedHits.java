package io.lumiere.query;

import io.lumiere.query.alike.HitSorter;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.FieldDoc;

/** Gives the hits of one query in their order, from some place on. Not thread-safe. */
interface OrderedHits extends HitSorter {
  /**
   * The next hits.
   *
   * @param most how many; there are fewer where the hits end
   */
  List<FieldDoc> next(int most) throws IOException;
}
