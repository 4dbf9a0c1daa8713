package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.schema.ImageInfo;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoFile;
import io.lumiere.testing.Seeded;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Near duplicates among more hits than are all compared with each other. */
class ManyAlikeTest {
  private static final int PHOTOS = 6_000;

  /** One in so many is not like the others. */
  private static final int OTHER = 60;

  @TempDir Path folder;

  @Test
  void moreThanTheGraphIsAskedForAreAllHidden(@Seeded Random random) throws IOException {
    try (TestArchive archive = new TestArchive(folder)) {
      for (int i = 0; i < PHOTOS; i++) {
        archive.add(
            photo(i),
            random.nextFloat(),
            random.nextFloat(),
            random.nextFloat(),
            i % OTHER == 1 ? 0 : 90);
      }
      archive.commit();
    }
    try (PhotoSearch search = PhotoSearch.open(folder)) {
      SearchRequestBuilder largest =
          SearchRequest.builder().sort(SearchRequest.Sort.LARGEST).collapse(0.999f).limit(1);
      Hit first = search.search(largest.build()).hits().getFirst();
      assertThat(first.photo().id()).isEqualTo("id0");
      assertThat(first.alike())
          .containsExactlyElementsOf(
              IntStream.range(1, PHOTOS)
                  .filter(i -> i % OTHER != 1)
                  .mapToObj(i -> "id" + i)
                  .toList());
    }
  }

  private static Photo photo(int i) {
    return Photo.builder(
            "id" + i,
            new PhotoFile(i + ".jpg", "%064x".formatted(i), 1_000_000 - i, Instant.EPOCH),
            new ImageInfo(40, 30, 1, "jpeg"))
        .build();
  }
}
