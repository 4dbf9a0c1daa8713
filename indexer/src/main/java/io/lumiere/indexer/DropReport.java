package io.lumiere.indexer;

import io.lumiere.schema.IndexedModel;
import java.time.Duration;

/**
 * What dropping a model did. Immutable.
 *
 * @param model the model and the field that it had
 * @param rewritten photos that were written again without its vector
 * @param elapsed how long it took
 * @param stopped whether {@link Reindexer#stop} ended it early; the model is dropped even so, and
 *     the next drop removes the vectors that are left
 */
public record DropReport(IndexedModel model, long rewritten, Duration elapsed, boolean stopped) {}
