package io.lumiere.indexer.internal.run;

import io.lumiere.indexer.internal.scan.DiskFile;
import io.lumiere.indexer.store.KnownPhoto;
import io.lumiere.indexer.store.StoredPhotos;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The photos of the index whose files are gone. A new file with the content of one of them is that
 * photo, moved. Those that nobody claims are then deleted. It holds a bit for each: contents are
 * looked up in the index, as a folder that got another name may have a million photos. Thread-safe.
 */
final class MissingPhotos {
  /** So many photos of one content are looked at for the same name. */
  private static final int MOST_COMPARED = 1000;

  private final Map<String, KnownPhoto> photos;
  private final StoredPhotos snapshot;
  private final BitSet unclaimed = new BitSet();
  private final Set<List<Long>> unread = new HashSet<>();

  /**
   * Missing photos of a snapshot.
   *
   * @param photos by path; not changed any more
   */
  MissingPhotos(Map<String, KnownPhoto> photos, StoredPhotos snapshot) {
    this.photos = photos;
    this.snapshot = snapshot;
    photos.values().forEach(known -> unclaimed.set(known.document()));
  }

  /**
   * Takes the document of a photo with this content; where there are several, one with the same
   * file name.
   */
  OptionalInt claim(String hash, String name) {
    if (photos.isEmpty()) {
      return OptionalInt.empty();
    }
    List<Integer> candidates = candidates(hash);
    if (candidates.size() > 1) {
      for (int document : candidates) {
        if (name(document).equals(name) && take(document)) {
          return OptionalInt.of(document);
        }
      }
    }
    for (int document : candidates) {
      if (take(document)) {
        return OptionalInt.of(document);
      }
    }
    return OptionalInt.empty();
  }

  /**
   * Keeps what a file may be that could not be read: a photo keeps its size and time when it moves.
   */
  synchronized void keep(DiskFile file) {
    unread.add(List.of(file.size(), file.modified()));
  }

  /** The paths of those that nobody has claimed, but for those that are kept. */
  synchronized List<String> unclaimed() {
    List<String> paths = new ArrayList<>();
    photos.forEach((path, known) -> {
      if (unclaimed.get(known.document())
          && !unread.contains(List.of(known.size(), known.modified()))) {
        paths.add(path);
      }
    });
    return paths;
  }

  private List<Integer> candidates(String hash) {
    List<Integer> candidates = new ArrayList<>(1);
    snapshot.visitByContent(
        hash,
        document -> {
          if (isUnclaimed(document)) {
            candidates.add(document);
          }
          return candidates.size() < MOST_COMPARED;
        });
    return candidates;
  }

  private String name(int document) {
    String path = snapshot.path(document);
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private synchronized boolean isUnclaimed(int document) {
    return unclaimed.get(document);
  }

  /** False where another thread has taken it meanwhile. */
  private synchronized boolean take(int document) {
    boolean isThere = unclaimed.get(document);
    unclaimed.clear(document);
    return isThere;
  }
}
