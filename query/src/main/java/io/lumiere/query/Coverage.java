package io.lumiere.query;

import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexedModel;
import java.io.IOException;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;

/**
 * How many photos of an index have a vector of a model. Immutable.
 *
 * @param model the model and its field
 * @param photos all photos
 * @param withVector those that have the vector
 */
public record Coverage(IndexedModel model, int photos, int withVector) {
  /** Whether every photo has the vector. */
  public boolean isComplete() {
    return withVector == photos;
  }

  static Coverage of(IndexSearcher searcher, IndexedModel model) throws IOException {
    return new Coverage(
        model,
        searcher.count(new FieldExistsQuery(Fields.ID)),
        searcher.count(new FieldExistsQuery(model.field())));
  }
}
