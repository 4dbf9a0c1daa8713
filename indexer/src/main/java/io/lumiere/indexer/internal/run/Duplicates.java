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
 * Photos that occur several times in one run: the pixels of the first one serve for the others.
 * Only files that share their size with another can have a duplicate, and the latest {@value
 * #MAX_KEPT} of those are remembered; an older duplicate is merely encoded again. Thread-safe.
 */
final class Duplicates {
  private static final int MAX_KEPT = 4096;

  private final Set<Long> sharedSizes = new HashSet<>();
  private final Map<String, CompletableFuture<Optional<EncodedPhoto>>> byContent =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(
            Map.Entry<String, CompletableFuture<Optional<EncodedPhoto>>> eldest) {
          return size() > MAX_KEPT;
        }
      };

  /** Reads pixels. */
  interface Pixels {
    EncodedPhoto read() throws FileFailure;
  }

  Duplicates(List<FileTask> tasks) {
    Set<Long> sizes = new HashSet<>();
    for (FileTask task : tasks) {
      if (!sizes.add(task.file().size())) {
        sharedSizes.add(task.file().size());
      }
    }
  }

  /** The pixels of a duplicate, or those that {@code pixels} reads. */
  EncodedPhoto get(long size, String hash, Pixels pixels) throws FileFailure {
    if (!sharedSizes.contains(size)) {
      return pixels.read();
    }
    CompletableFuture<Optional<EncodedPhoto>> mine = new CompletableFuture<>();
    CompletableFuture<Optional<EncodedPhoto>> first = putIfAbsent(hash, mine);
    if (first != null) {
      // The first one has its bytes already and waits for nobody, so the others can wait for it.
      Optional<EncodedPhoto> duplicate = first.join();
      return duplicate.isPresent() ? duplicate.get() : pixels.read();
    }
    try {
      EncodedPhoto encoded = pixels.read();
      mine.complete(Optional.of(encoded));
      return encoded;
    } finally {
      mine.complete(Optional.empty());
    }
  }

  private synchronized @Nullable CompletableFuture<Optional<EncodedPhoto>> putIfAbsent(
      String hash, CompletableFuture<Optional<EncodedPhoto>> mine) {
    return byContent.putIfAbsent(hash, mine);
  }
}
