package io.lumiere.app.command;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.search.CollectionShards;
import io.lumiere.cluster.search.CollectionStats;
import io.lumiere.models.DualEncoder;
import io.lumiere.query.Calibration;
import io.lumiere.query.SharedSearch;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexedModel;
import io.lumiere.workspace.Home;
import io.lumiere.workspace.ModelChoice;
import io.lumiere.workspace.search.IndexSearch;
import io.lumiere.workspace.setup.SetupListener;
import org.jspecify.annotations.Nullable;

/** A collection of a SolrCloud that a command searches. Not thread-safe. */
final class OpenCollection implements AutoCloseable {
  private final PhotoCollection collection;
  private final IndexMetadata metadata;

  /** Takes over a connection; the collection must be there. */
  OpenCollection(PhotoCollection collection) {
    this.collection = collection;
    try {
      this.metadata = collection.metadata();
    } catch (RuntimeException e) {
      collection.close();
      throw e;
    }
  }

  /** Opens the model to search with, as {@link ModelChoice#openFor} does. */
  DualEncoder encoder(Home home, SetupListener listener, @Nullable String model) {
    return new ModelChoice(home, listener).openFor(metadata, name(), model);
  }

  /** A search by texts, too. */
  SharedSearch search(DualEncoder encoder, Home home) {
    return search(metadata, encoder.model(), encoder, home);
  }

  /**
   * A search of the collection as it is now.
   *
   * @param encoder runs the model; null where texts are searched for in words only
   */
  SharedSearch search(EmbeddingModel model, @Nullable DualEncoder encoder, Home home) {
    return search(newestMetadata(), model, encoder, home);
  }

  private SharedSearch search(
      IndexMetadata now, EmbeddingModel wanted, @Nullable DualEncoder encoder, Home home) {
    IndexedModel model = now.requireModel(wanted, name());
    CollectionShards shards = new CollectionShards(collection, model);
    return encoder == null
        ? new SharedSearch(shards, now, model, null, Calibration.DEFAULT)
        : IndexSearch.openShared(shards, now, model, encoder, home.cache());
  }

  /**
   * A search by vectors and words alone.
   *
   * @param name of the model whose vectors are compared; null for the collection's default
   */
  SharedSearch searchWithoutTexts(@Nullable String name) {
    IndexedModel model =
        name == null ? metadata.models().defaultModel() : metadata.models().expect(name, name());
    return new SharedSearch(
        new CollectionShards(collection, model), metadata, model, null, Calibration.DEFAULT);
  }

  /** Counts what is in it. */
  CollectionStats stats() {
    return CollectionStats.of(collection, metadata);
  }

  IndexMetadata metadata() {
    return metadata;
  }

  /** What it says of itself now. */
  IndexMetadata newestMetadata() {
    return collection.metadata();
  }

  /** Its address. */
  String name() {
    return collection.address().toString();
  }

  boolean isEmpty() {
    return collection.count() == 0;
  }

  @Override
  public void close() {
    collection.close();
  }
}
