package io.lumiere.query.facet;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;

/** One segment's values of a keyword field, of which a photo may have many. */
final class KeywordsLeaf implements ValueSource.Leaf<List<String>> {
  private static final long NONE = 0;

  private final SortedSetDocValues values;

  KeywordsLeaf(LeafReader reader, String field) throws IOException {
    this.values = DocValues.getSortedSet(reader, field);
  }

  @Override
  public void count(int doc, LongCounts counts) throws IOException {
    if (!values.advanceExact(doc)) {
      counts.add(NONE);
      return;
    }
    for (int i = values.docValueCount(); i > 0; i--) {
      counts.add(values.nextOrd() + 1);
    }
  }

  @Override
  public List<String> value(long key) throws IOException {
    return key == NONE ? FacetField.NONE : List.of(values.lookupOrd(key - 1).utf8ToString());
  }
}
