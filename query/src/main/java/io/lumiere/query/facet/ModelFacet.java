package io.lumiere.query.facet;

import io.lumiere.schema.IndexedModel;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.FieldExistsQuery;

/**
 * The models that photos have vectors of, by their exact names. The language of searches speaks of
 * photos only, so it cannot narrow to them.
 *
 * @param models the index's
 */
record ModelFacet(List<IndexedModel> models) implements FacetField {
  @Override
  public ValueSource.Leaf<List<String>> open(LeafReader reader) throws IOException {
    return new ModelsLeaf(
        reader,
        models.stream().map(IndexedModel::exactName).toList(),
        models.stream().map(IndexedModel::field).toList());
  }

  @Override
  public Narrowing narrow(List<String> path) {
    IndexedModel model =
        models.stream()
            .filter(any -> any.exactName().equals(path.getFirst()))
            .findFirst()
            .orElseThrow();
    return new Narrowing(null, new FieldExistsQuery(model.field()));
  }
}
