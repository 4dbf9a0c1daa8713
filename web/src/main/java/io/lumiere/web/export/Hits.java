package io.lumiere.web.export;

import io.lumiere.schema.Photo;
import io.lumiere.web.media.IndexedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * The photos that are exported, in their order. For one thread.
 *
 * @param root the folder of the archive
 * @param total how many there are
 * @param ids the ids of those in a range of places
 * @param finder the photos of ids, without those that have left the index meanwhile
 */
record Hits(Path root, int total, Ids ids, Function<List<String>, List<Photo>> finder) {
  private static final int BATCH = 1000;

  /** Gives ids by places. */
  @FunctionalInterface
  interface Ids {
    /** At most {@code count} from the place {@code start} on. */
    List<String> at(int start, int count);
  }

  /** What is done with each photo. */
  @FunctionalInterface
  interface Visitor {
    /** Takes one. */
    void visit(Photo photo) throws IOException;
  }

  /** Goes through all photos, some at a time. */
  void forEach(Visitor visitor) throws IOException {
    for (int start = 0; start < total; start += BATCH) {
      for (Photo photo : finder.apply(ids.at(start, Math.min(BATCH, total - start)))) {
        visitor.visit(photo);
      }
    }
  }

  /** The file of a photo. */
  IndexedFile file(Photo photo) {
    return new IndexedFile(root, photo);
  }
}
