package io.lumiere.query.facet;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;

/** One segment's values of a keyword field, of which a photo may have several. */
final class KeywordLeaf implements ValueSource.Leaf<Optional<String>> {
  private final SortedSetDocValues values;

  /** The values of a field; empty where a photo has none. */
  record Source(String field) implements ValueSource<Optional<String>> {
    @Override
    public Leaf<Optional<String>> open(LeafReader reader) throws IOException {
      return new KeywordLeaf(DocValues.getSortedSet(reader, field));
    }
  }

  private KeywordLeaf(SortedSetDocValues values) {
    this.values = values;
  }

  /** Ordinals count from 1; 0 is for no value. */
  @Override
  public void count(int[] docs, int size, LongCounts counts) throws IOException {
    int at = values.docID();
    int without = 0;
    for (int i = 0; i < size; i++) {
      if (at < docs[i]) {
        at = values.advance(docs[i]);
      }
      if (at > docs[i]) {
        without++;
        continue;
      }
      for (int j = values.docValueCount(); j > 0; j--) {
        counts.add(values.nextOrd() + 1, 1);
      }
    }
    counts.add(0, without);
  }

  @Override
  public Optional<String> value(long key) throws IOException {
    return key == 0 ? Optional.empty() : Optional.of(values.lookupOrd(key - 1).utf8ToString());
  }
}
