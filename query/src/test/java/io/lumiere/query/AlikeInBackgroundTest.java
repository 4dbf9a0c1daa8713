package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.query.order.Stacking;
import io.lumiere.schema.Fields;
import io.lumiere.schema.ImageInfo;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More hits than are compared with each other: what looks alike is found in the background. */
class AlikeInBackgroundTest {
  private static final SearchRequest STACKED =
      SearchRequest.builder().collapse(0.9999f).sort(SearchRequest.Sort.NAME).build();

  @TempDir Path folder;

  /** Pairs of photos that show the same. */
  private static void fill(TestArchive archive) throws IOException {
    Random random = new Random(5);
    for (int i = 0; i < 2_600; i++) {
      float[] shows = new float[4];
      for (int thing = 0; thing < 4; thing++) {
        shows[thing] = (float) random.nextGaussian();
      }
      archive.add(photo(i + "a.jpg", 2 * i), shows.clone());
      archive.add(photo(i + "b.jpg", 2 * i + 1), shows);
    }
    archive.commit();
  }

  private static Photo photo(String name, int content) {
    return Photo.builder(
            name,
            new PhotoFile(name, String.format("%064d", content), 1000, Instant.EPOCH),
            new ImageInfo(40, 30, 1, "jpeg"))
        .build();
  }

  private static ResultOrder settled(PhotoSearch search) throws InterruptedException {
    ResultOrder order = search.order(STACKED);
    while (order.stacking().orElseThrow() == Stacking.PENDING) {
      order.close();
      Thread.sleep(20);
      order = search.order(STACKED);
    }
    return order;
  }

  @Test
  void ordersOfManyHitsAreStackedOnceWhatIsAlikeIsFound() throws Exception {
    try (TestArchive archive = new TestArchive(folder)) {
      fill(archive);
      try (PhotoSearch search = PhotoSearch.open(folder, TestArchive.MODEL, TestArchive::encode)) {
        assertThat(search.hasFoundAlike()).isFalse();
        try (ResultOrder order = settled(search)) {
          assertThat(search.hasFoundAlike()).isTrue();
          assertThat(order.stacking()).hasValue(Stacking.ALL);
          assertThat(order.photos()).isEqualTo(5_200);
          // Some others are alike by chance.
          assertThat(order.total()).isBetween(2_550, 2_600);
          for (int i = 0; i < 2_600; i += 50) {
            assertThat(order.positionOf(i + "b.jpg")).isEqualTo(order.positionOf(i + "a.jpg"));
            assertThat(order.positionOf(i + "b.jpg")).isPresent();
          }
        }
        archive.add(photo("one more.jpg", 9_999), 1, 0, 0, 0);
        archive.commit();
        assertThat(search.refresh()).isTrue();
        assertThat(search.hasFoundAlike()).isFalse();
        try (ResultOrder order = settled(search)) {
          assertThat(order.photos()).isEqualTo(5_201);
          assertThat(order.total()).isBetween(2_550, 2_601);
        }
      }
    }
  }

  @Test
  void nothingIsLookedForAfterTheEnd() throws Exception {
    try (TestArchive archive = new TestArchive(folder)) {
      fill(archive);
    }
    try (Directory directory = FSDirectory.open(folder);
        IndexReader reader = DirectoryReader.open(directory)) {
      AlikeInBackground alike = new AlikeInBackground(Fields.VECTOR);
      alike.close();
      assertThat(alike.of(reader, 0.9999f)).isNull();
      assertThat(alike.isFound(reader)).isFalse();
    }
  }

  /** Vectors that are read as soon as they may be; counts how often somebody begins to. */
  private static final class LateVectors extends FilterDirectoryReader {
    private final CountDownLatch allowed;

    LateVectors(DirectoryReader in, CountDownLatch allowed, AtomicInteger begun)
        throws IOException {
      super(
          in,
          new SubReaderWrapper() {
            @Override
            public LeafReader wrap(LeafReader reader) {
              return new FilterLeafReader(reader) {
                @Override
                public FloatVectorValues getFloatVectorValues(String field) throws IOException {
                  begun.incrementAndGet();
                  try {
                    allowed.await();
                  } catch (InterruptedException e) {
                    throw new InterruptedIOException();
                  }
                  return super.getFloatVectorValues(field);
                }

                @Override
                public CacheHelper getCoreCacheHelper() {
                  return reader.getCoreCacheHelper();
                }

                @Override
                public CacheHelper getReaderCacheHelper() {
                  return reader.getReaderCacheHelper();
                }
              };
            }
          });
      this.allowed = allowed;
    }

    @Override
    protected DirectoryReader doWrapDirectoryReader(DirectoryReader in) throws IOException {
      return new LateVectors(in, allowed, new AtomicInteger());
    }

    @Override
    public CacheHelper getReaderCacheHelper() {
      return in.getReaderCacheHelper();
    }
  }

  /** Asks, and goes on at once: who is interrupted does not wait. */
  private static void ask(AlikeInBackground alike, IndexReader reader, float cosine)
      throws IOException {
    Thread.currentThread().interrupt();
    assertThat(alike.of(reader, cosine)).isNull();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void cosinesThatAreAskedForInTurnDoNotEndEachOther() throws Exception {
    try (TestArchive archive = new TestArchive(folder)) {
      fill(archive);
    }
    CountDownLatch allowed = new CountDownLatch(1);
    AtomicInteger begun = new AtomicInteger();
    try (Directory directory = FSDirectory.open(folder);
        IndexReader reader = new LateVectors(DirectoryReader.open(directory), allowed, begun);
        AlikeInBackground alike = new AlikeInBackground(Fields.VECTOR)) {
      try {
        ask(alike, reader, 0.9999f);
        while (begun.get() == 0) {
          Thread.sleep(5);
        }
        for (int turn = 0; turn < 3; turn++) {
          // One more than are kept: the one that waits is given up, not the one that goes on.
          for (int i = 0; i <= AlikeInBackground.MOST; i++) {
            ask(alike, reader, 0.999f - i / 1000f);
          }
          ask(alike, reader, 0.9999f);
        }
        // Nothing was begun again, nor beside it.
        assertThat(begun.get()).isEqualTo(1);
        assertThat(alike.isFound(reader)).isFalse();
      } finally {
        allowed.countDown();
      }
      while (alike.of(reader, 0.9999f) == null || !alike.isFound(reader)) {
        Thread.sleep(5);
      }
    }
  }
}
