package io.lumiere.indexer;

import io.lumiere.schema.IndexedModel;
import java.time.Duration;
import java.util.List;

/**
 * What adding a model did. Immutable.
 *
 * @param model the model and its field
 * @param photos photos in the index
 * @param withVector those of them that have the model's vector now
 * @param encoded those that got it in this run
 * @param bytes bytes read from photos
 * @param failures photos that could not be given the vector, by path
 * @param isDefault whether the model is the index's default now
 * @param elapsed how long it took
 * @param stopped whether {@link Reindexer#stop} ended it early; the next run goes on
 */
public record ReindexReport(
    IndexedModel model,
    long photos,
    long withVector,
    long encoded,
    long bytes,
    List<Failure> failures,
    boolean isDefault,
    Duration elapsed,
    boolean stopped) {
  public ReindexReport {
    failures = List.copyOf(failures);
  }
}
