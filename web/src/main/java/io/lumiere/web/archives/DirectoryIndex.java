package io.lumiere.web.archives;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.models.DualEncoder;
import io.lumiere.query.PhotoSearch;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.workspace.Home;
import io.lumiere.workspace.search.IndexSearch;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A directory of Lucene segments on this machine. Immutable.
 *
 * @param path absolute
 */
public record DirectoryIndex(Path path) implements SearchedIndex {
  /** Checks the path. */
  public DirectoryIndex {
    if (!path.isAbsolute()) {
      throw new IllegalArgumentException("the index " + path + " is not an absolute path");
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }

  @Override
  public Optional<Path> folder() {
    return Optional.of(path);
  }

  /** Beside the index: it is made again more often than people want to lose their lists. */
  @Override
  public Path lists() {
    return path.resolveSibling(path.getFileName() + ".lists.json");
  }

  @Override
  public IndexMetadata metadata() {
    return PhotoSearch.readMetadata(path);
  }

  @Override
  public OpenSearch open(EmbeddingModel model, @Nullable DualEncoder encoder, Home home) {
    PhotoSearch search =
        encoder == null
            ? PhotoSearch.open(path, model, null)
            : IndexSearch.openCached(path, encoder, home.cache());
    return new OpenSearch(search, search::close);
  }
}
