package io.lumiere.query;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.FieldDoc;

/** Returns hits in their order, from a given place on. Not thread-safe. */
@FunctionalInterface
interface HitPages {
  /**
   * The next hits.
   *
   * @param most how many at most; fewer are returned where the hits end
   */
  List<FieldDoc> next(int most) throws IOException;
}
