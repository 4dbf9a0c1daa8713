package io.lumiere.app;

import io.lumiere.indexer.ModelEncoder;
import io.lumiere.models.DualEncoder;
import java.util.List;

/** Models of one index, open. Not thread-safe; the models are. */
record OpenModels(List<DualEncoder> all) implements AutoCloseable {
  OpenModels {
    all = List.copyOf(all);
  }

  /** The models as indexing takes them. */
  List<ModelEncoder> encoders() {
    return all.stream().map(ModelEncoder::of).toList();
  }

  @Override
  public void close() {
    all.forEach(DualEncoder::close);
  }
}
