package io.lumiere.web.archives;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.models.DualEncoder;
import io.lumiere.query.PhotoFinder;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.workspace.Home;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the photos of an archive are searched: all that the gallery knows of it beside what it asks
 * a {@link PhotoFinder}. There are two kinds: {@link DirectoryIndex}, and a collection of a
 * SolrCloud, which the program that starts the gallery brings along. Implementations are
 * thread-safe, and equal where they are the same place.
 */
public interface SearchedIndex {
  /** What people call it: a folder, or an address. */
  @Override
  String toString();

  /** The folder that it is, where it is one of this machine; empty elsewhere. */
  Optional<Path> folder();

  /** The file that keeps what people make of its photos: lists and saved searches. */
  Path lists();

  /**
   * What its newest state says of itself; nothing else is opened.
   *
   * @throws io.lumiere.base.LumiereException if there is no index, or it has another schema version
   */
  IndexMetadata metadata();

  /**
   * A search that is open. Thread-safe.
   *
   * @param whenClosed gives up what was opened for this search alone; may run again
   */
  record OpenSearch(PhotoFinder finder, Runnable whenClosed) implements AutoCloseable {
    @Override
    public void close() {
      whenClosed.run();
    }
  }

  /**
   * Opens it.
   *
   * @param model one of the index's
   * @param encoder runs it; null where texts are searched for in words only
   * @throws io.lumiere.base.LumiereException if it cannot be opened
   */
  OpenSearch open(EmbeddingModel model, @Nullable DualEncoder encoder, Home home);
}
