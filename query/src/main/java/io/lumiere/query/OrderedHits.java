package io.lumiere.query;

import io.lumiere.query.alike.HitSorter;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.FieldDoc;

/** Returns the hits of one query in their order, from a given place on. Not thread-safe. */
interface OrderedHits extends HitSorter {
  /**
   * The next hits.
   *
   * @param most how many at most; fewer are returned where the hits end
   */
  List<FieldDoc> next(int most) throws IOException;
}
