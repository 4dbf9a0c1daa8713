package io.lumiere.indexer.internal.run;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Photos that are met several times in one run: the pixels of the first serve for the others. Only
 * files that share their size with another can have a twin, and the latest {@value #MAX_KEPT} of
 * those are remembered; an older twin is merely encoded again. Thread-safe.
 */
final class Twins {
  private static final int MAX_KEPT = 4096;

  private final Set<Long> sharedSizes = new HashSet<>();
  private final Map<String, CompletableFuture<Optional<Encoded>>> byContent =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(
            Map.Entry<String, CompletableFuture<Optional<Encoded>>> eldest) {
          return size() > MAX_KEPT;
        }
      };

  /** Reads pixels. */
  interface Pixels {
    Encoded read() throws FileFailure;
  }

  Twins(List<FileTask> tasks) {
    Set<Long> sizes = new HashSet<>();
    for (FileTask task : tasks) {
      if (!sizes.add(task.file().size())) {
        sharedSizes.add(task.file().size());
      }
    }
  }

  /** The pixels of a twin, or those that {@code pixels} reads. */
  Encoded get(long size, String hash, Pixels pixels) throws FileFailure {
    if (!sharedSizes.contains(size)) {
      return pixels.read();
    }
    CompletableFuture<Optional<Encoded>> mine = new CompletableFuture<>();
    CompletableFuture<Optional<Encoded>> first = putIfAbsent(hash, mine);
    if (first != null) {
      // Whoever is first has its bytes already and waits for nobody.
      Optional<Encoded> twin = first.join();
      return twin.isPresent() ? twin.get() : pixels.read();
    }
    try {
      Encoded encoded = pixels.read();
      mine.complete(Optional.of(encoded));
      return encoded;
    } finally {
      mine.complete(Optional.empty());
    }
  }

  private synchronized @Nullable CompletableFuture<Optional<Encoded>> putIfAbsent(
      String hash, CompletableFuture<Optional<Encoded>> mine) {
    return byContent.putIfAbsent(hash, mine);
  }
}
