package io.lumiere.query.facet;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedNumericDocValues;

/** One segment's values of a field of whole numbers, of which a photo has one or none. */
final class NumberLeaf implements ValueSource.Leaf<List<String>> {
  private static final long NONE = Long.MAX_VALUE;

  private final SortedNumericDocValues values;

  NumberLeaf(LeafReader reader, String field) throws IOException {
    this.values = DocValues.getSortedNumeric(reader, field);
  }

  @Override
  public void count(int doc, LongCounts counts) throws IOException {
    counts.add(values.advanceExact(doc) ? values.nextValue() : NONE);
  }

  @Override
  public List<String> value(long key) {
    return key == NONE ? FacetField.NONE : List.of(Long.toString(key));
  }
}
