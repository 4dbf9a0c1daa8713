package io.lumiere.indexer.internal.run;

import io.lumiere.indexer.internal.store.KnownPhoto;
import io.lumiere.indexer.internal.store.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The photos of the index whose files are gone. A new file with the content of one of them is that
 * photo, moved. Those that nobody claims are then deleted. Thread-safe.
 */
final class MissingPhotos {
  /**
   * A photo whose file is gone.
   *
   * @param path where it was
   * @param known its document
   */
  record MissingPhoto(String path, KnownPhoto known) {
    String name() {
      return path.substring(path.lastIndexOf('/') + 1);
    }
  }

  private final Map<String, List<MissingPhoto>> byContent = new HashMap<>();

  MissingPhotos(Map<String, KnownPhoto> photos, Snapshot snapshot) {
    photos.forEach((path, known) ->
        byContent
            .computeIfAbsent(snapshot.contentHash(known.document()), hash -> new ArrayList<>(1))
            .add(new MissingPhoto(path, known)));
  }

  /** Takes a photo with this content; where there are several, one with the same file name. */
  synchronized Optional<MissingPhoto> claim(String hash, String name) {
    List<MissingPhoto> candidates = byContent.getOrDefault(hash, List.of());
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    for (Iterator<MissingPhoto> i = candidates.iterator(); i.hasNext(); ) {
      MissingPhoto gone = i.next();
      if (gone.name().equals(name)) {
        i.remove();
        return Optional.of(gone);
      }
    }
    return Optional.of(candidates.removeLast());
  }

  /** What nobody has claimed. */
  synchronized List<MissingPhoto> unclaimed() {
    return byContent.values().stream().flatMap(Collection::stream).toList();
  }
}
