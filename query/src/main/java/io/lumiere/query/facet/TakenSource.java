package io.lumiere.query.facet;

import io.lumiere.query.facet.TakenLeaf.Day;
import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.LeafReader;

/** Days of taking; empty where none is known. */
record TakenSource() implements ValueSource<Optional<Day>> {
  @Override
  public Leaf<Optional<Day>> open(LeafReader reader) throws IOException {
    return new TakenLeaf<>(reader, Optional::ofNullable);
  }
}
