package io.lumiere.web.jobs;

import io.lumiere.base.LumiereException;
import io.lumiere.indexer.Indexer;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.web.archives.ArchiveEntry;
import io.lumiere.web.archives.Archives;
import io.lumiere.workspace.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds a place for the index of a folder, for a person who names none. */
final class NewIndexes {
  private final Home home;
  private final Archives archives;

  NewIndexes(Home home, Archives archives) {
    this.home = home;
    this.archives = archives;
  }

  /** The index that the folder has already, else the default place, else a new one beside it. */
  Path forPhotos(Path photos) {
    Optional<Path> known =
        archives.entries().stream()
            .map(ArchiveEntry::index)
            .flatMap(index -> index.folder().stream())
            .filter(index -> holds(index, photos))
            .findFirst();
    if (known.isPresent()) {
      return known.get();
    }
    Path usual = home.index(null);
    if (isFree(usual) || holds(usual, photos)) {
      return usual;
    }
    Path folder = usual.resolveSibling("indexes");
    Path name = photos.getFileName();
    return folder.resolve(
        Archives.idOf(name == null ? "" : name.toString(), id -> Files.exists(folder.resolve(id))));
  }

  private static boolean holds(Path index, Path photos) {
    return metadata(index).filter(found -> Path.of(found.archive()).equals(photos)).isPresent();
  }

  private boolean isFree(Path index) {
    try {
      return Indexer.metadata(index).isEmpty() && archives.findByIndex(index).isEmpty();
    } catch (LumiereException e) {
      return false; // Something else is there.
    }
  }

  private static Optional<IndexMetadata> metadata(Path index) {
    try {
      return Indexer.metadata(index);
    } catch (LumiereException e) {
      return Optional.empty();
    }
  }
}
