package io.lumiere.query;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * {@link ArrangedPhotos}, which several directories hold, each alone or together with others. None
 * has records of failures, which are documents, too.
 */
final class CutArchive implements Closeable {
  private final Path folder;
  private final Random random;
  private final List<TestArchive> archives = new ArrayList<>();
  private final SamePhotos photos;

  /** Photos that no directory has yet. */
  CutArchive(Path folder, Random random, int count) throws IOException {
    this.folder = folder;
    this.random = random;
    try (TestArchive withFailures = new TestArchive(folder.resolve("with failures"))) {
      new ArrangedPhotos(random, withFailures, count);
      photos = new SamePhotos(withFailures);
    }
  }

  /** A directory of all photos, in an order of its own. */
  TestArchive whole() throws IOException {
    return cut(1, 1).getFirst();
  }

  /** Directories of which the first have all photos together. */
  List<TestArchive> cut(int count, int filled) throws IOException {
    List<TestArchive> cut = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      archives.add(new TestArchive(folder.resolve("directory " + archives.size())));
      cut.add(archives.getLast());
    }
    photos.writeTo(cut.subList(0, filled), random);
    return cut;
  }

  @Override
  public void close() throws IOException {
    for (TestArchive archive : archives) {
      archive.close();
    }
  }
}
