package io.lumiere.indexer.internal.run;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Photos that occur several times in one run: the pixels of the first one serve for the others.
 * Only files that share their size with another can have a duplicate, and the latest {@value
 * #MAX_KEPT} of those are remembered; an older duplicate is merely encoded again. Thread-safe.
 */
final class Duplicates {
  private static final int MAX_KEPT = 4096;

  /** In ascending order: eight bytes for each of what may be a million. */
  private final long[] sharedSizes;

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
    long[] sizes = tasks.stream().mapToLong(task -> task.file().size()).sorted().toArray();
    this.sharedSizes =
        IntStream.range(1, sizes.length)
            .filter(i -> sizes[i] == sizes[i - 1])
            .mapToLong(i -> sizes[i])
            .toArray();
  }

  /** The pixels of a duplicate, or those that {@code pixels} reads. */
  EncodedPhoto get(long size, String hash, Pixels pixels) throws FileFailure {
    if (Arrays.binarySearch(sharedSizes, size) < 0) {
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
