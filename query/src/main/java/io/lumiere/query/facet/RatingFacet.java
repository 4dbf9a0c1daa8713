package io.lumiere.query.facet;

import io.lumiere.schema.Fields;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.document.IntField;
import org.apache.lucene.index.LeafReader;

/** Stars. */
record RatingFacet() implements FacetField {
  @Override
  public ValueSource.Leaf<List<String>> open(LeafReader reader) throws IOException {
    return new NumberLeaf(reader, Fields.RATING);
  }

  @Override
  public Narrowing narrow(List<String> path) {
    String stars = path.getFirst();
    return new Narrowing(
        "rating:" + stars, IntField.newExactQuery(Fields.RATING, Integer.parseInt(stars)));
  }

  @Override
  public Comparator<String> order() {
    return Comparator.comparingInt(Integer::parseInt);
  }
}
