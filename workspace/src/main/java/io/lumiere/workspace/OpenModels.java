package io.lumiere.workspace;

import io.lumiere.indexer.ModelEncoder;
import io.lumiere.models.DualEncoder;
import java.util.List;

/** Models of one index, open. Not thread-safe; the models are. */
public record OpenModels(List<DualEncoder> all) implements AutoCloseable {
  public OpenModels {
    all = List.copyOf(all);
  }

  /** The models as indexing takes them. */
  public List<ModelEncoder> encoders() {
    return all.stream().map(ModelEncoder::of).toList();
  }

  @Override
  public void close() {
    all.forEach(DualEncoder::close);
  }
}
