package io.lumiere.app.command;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.models.DualEncoder;
import io.lumiere.query.SharedSearch;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.web.archives.SearchedIndex;
import io.lumiere.workspace.Home;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A collection of a SolrCloud as the gallery knows it. It is connected as long as the gallery runs.
 * Thread-safe.
 */
final class CollectionIndex implements SearchedIndex, AutoCloseable {
  private final OpenCollection collection;
  private final Path lists;

  /** Takes over a connection; the collection must be there. */
  CollectionIndex(PhotoCollection connected, Home home) {
    this.collection = new OpenCollection(connected);
    this.lists =
        CollectionLists.file(home.archives().resolveSibling("collections"), connected.address());
  }

  @Override
  public String toString() {
    return collection.name();
  }

  @Override
  public Optional<Path> folder() {
    return Optional.empty();
  }

  @Override
  public Path lists() {
    return lists;
  }

  @Override
  public IndexMetadata metadata() {
    return collection.newestMetadata();
  }

  @Override
  public OpenSearch open(EmbeddingModel model, @Nullable DualEncoder encoder, Home home) {
    SharedSearch search = collection.search(model, encoder, home);
    search.refresh();
    // The connection stays: it is the gallery's, for searches of other models, too.
    return new OpenSearch(search, () -> {});
  }

  @Override
  public void close() {
    collection.close();
  }
}
