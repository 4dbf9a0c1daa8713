package io.lumiere.indexer.internal.metadata;

import io.lumiere.indexer.internal.scan.Companion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The Picasa files of the last few folders: each is for thousands of photos. Thread-safe. */
final class PicasaFiles {
  private static final int MAX_FOLDERS = 8;

  private final Map<Companion, PicasaFile> last = new LinkedHashMap<>();

  /** The file as it was read last, in the same state, or as it is now; null if it is not read. */
  synchronized @Nullable PicasaFile get(
      Companion file, Function<Companion, @Nullable PicasaFile> read) {
    PicasaFile known = last.get(file);
    if (known == null) {
      known = read.apply(file);
      if (known == null) {
        return null;
      }
      last.put(file, known);
      if (last.size() > MAX_FOLDERS) {
        last.remove(last.keySet().iterator().next());
      }
    }
    return known;
  }
}
