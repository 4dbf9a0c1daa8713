package io.lumiere.query.facet;

import io.lumiere.schema.Fields;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.jspecify.annotations.Nullable;

/** Countries, their regions, and those regions' towns. A path ends where a name is not known. */
record PlaceFacet() implements FacetField {
  private static final List<String> FIELDS = List.of(Fields.COUNTRY, Fields.REGION, Fields.CITY);
  private static final List<String> NAMES = List.of("country", "region", "city");

  @Override
  public ValueSource.Leaf<List<String>> open(LeafReader reader) throws IOException {
    return new TupleLeaf(
        reader, FIELDS, names -> List.copyOf(names.stream().takeWhile(Objects::nonNull).toList()));
  }

  @Override
  public int depth() {
    return FIELDS.size();
  }

  @Override
  public Narrowing narrow(List<String> path) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    String text = "";
    for (int i = 0; i < path.size(); i++) {
      all.add(KeywordField.newExactQuery(FIELDS.get(i), path.get(i)), Occur.FILTER);
      text = joined(text, Texts.exactly(NAMES.get(i), path.get(i)));
    }
    return new Narrowing(text, all.build());
  }

  private static @Nullable String joined(@Nullable String wide, @Nullable String narrow) {
    if (wide == null || narrow == null) {
      return null;
    }
    return wide.isEmpty() ? narrow : wide + " " + narrow;
  }
}
