package io.lumiere.query.facet;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.index.LeafReader;

/**
 * The values of one keyword field.
 *
 * @param field the field
 * @param name what searches call it
 */
record KeywordFacet(String field, String name) implements FacetField {
  @Override
  public ValueSource.Leaf<List<String>> open(LeafReader reader) throws IOException {
    return new KeywordsLeaf(reader, field);
  }

  @Override
  public Narrowing narrow(List<String> path) {
    String value = path.getFirst();
    return new Narrowing(Texts.exactly(name, value), KeywordField.newExactQuery(field, value));
  }
}
