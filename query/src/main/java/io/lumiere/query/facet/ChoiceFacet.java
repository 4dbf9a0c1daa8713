package io.lumiere.query.facet;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.index.LeafReader;

/**
 * The values of a keyword field that has a few known ones.
 *
 * @param field the field
 * @param name what searches call it
 * @param known the values that searches know
 */
record ChoiceFacet(String field, String name, Set<String> known) implements FacetField {
  @Override
  public ValueSource.Leaf<List<String>> open(LeafReader reader) throws IOException {
    return new KeywordsLeaf(reader, field);
  }

  @Override
  public Narrowing narrow(List<String> path) {
    String value = path.getFirst();
    return new Narrowing(
        known.contains(value) ? name + ":" + value : null,
        KeywordField.newExactQuery(field, value));
  }
}
