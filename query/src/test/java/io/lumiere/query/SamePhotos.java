package io.lumiere.query;

import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import io.lumiere.schema.PhotoVectors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** The photos of an archive, to be written once more in another way. */
final class SamePhotos {
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Shown(Photo photo, float @Nullable [] vector) {}

  private final List<Shown> photos = new ArrayList<>();

  SamePhotos(TestArchive archive) throws IOException {
    try (DirectoryReader reader = archive.reader()) {
      Bits live = MultiBits.getLiveDocs(reader);
      for (int doc = 0; doc < reader.maxDoc(); doc++) {
        var stored = reader.storedFields().document(doc);
        if ((live == null || live.get(doc)) && stored.get("id") != null) {
          float[] vector = PhotoVectors.read(reader, doc, "vector");
          photos.add(new Shown(PhotoDocuments.fromDocument(stored), vector));
        }
      }
    }
  }

  /** The ids of all. */
  List<String> ids() {
    return photos.stream().map(shown -> shown.photo().id()).toList();
  }

  /**
   * Writes them into archives, each into one, in another order, with other segments and with other
   * photos that are deleted again.
   */
  void writeTo(List<TestArchive> archives, Random random) throws IOException {
    List<Shown> shuffled = new ArrayList<>(photos);
    Collections.shuffle(shuffled, random);
    for (int i = 0; i < archives.size(); i++) {
      TestArchive archive = archives.get(i);
      for (int at = i; at < shuffled.size(); at += archives.size()) {
        archive.add(shuffled.get(at).photo(), shuffled.get(at).vector());
        if (random.nextInt(6) == 0) {
          archive.add("gone/" + at + ".jpg", 1, 1, 0, 1);
        }
        if (random.nextInt(12) == 0) {
          archive.commit();
        }
      }
      for (int at = 0; at < shuffled.size(); at++) {
        archive.delete("gone/" + at + ".jpg");
      }
      if (random.nextInt(3) == 0) {
        archive.merge();
      }
      archive.commit();
    }
  }
}
