package io.lumiere.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.images.internal.format.Signatures;
import io.lumiere.images.internal.header.ImageHeader;
import io.lumiere.images.internal.work.MemoryBudget;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DecodingMemoryTest {
  private static final BufferedImage QUARTERS = TestImages.quarters(640, 480);
  private static final int PIXELS = 640 * 480;

  private static long estimate(byte[] file, int factor) {
    return DecodingMemory.of(Signatures.read(file), file, factor) - file.length;
  }

  @Test
  void aJpegTakesAsMuchAsItIsReducedToUnlessItsScansArePutTogether() {
    byte[] plain = TestImages.jpeg(QUARTERS, false);
    byte[] progressive = TestImages.jpeg(QUARTERS, true);

    assertThat(estimate(plain, 1)).isEqualTo(3 * PIXELS);
    assertThat(estimate(plain, 11)).isEqualTo(3 * PIXELS / 64);
    assertThat(estimate(progressive, 11)).isEqualTo(8 * PIXELS + 3 * PIXELS / 64);
    assertThat(estimate(TestImages.file("png", QUARTERS), 11)).isEqualTo(12 * PIXELS);
  }

  @Test
  void tilesAreDecodedOneAfterTheOther() {
    byte[] tiled = TestFiles.read("heif/grid.heic");
    byte[] single = TestFiles.read("heif/scene.heic");
    ImageHeader header = Signatures.read(single);
    int tiles = 6;
    int tile = 64 * 64;

    assertThat(estimate(tiled, 1)).isEqualTo(4 * tiles * tile + 24 * tile);
    assertThat(estimate(single, 1)).isEqualTo(24 * header.pixels());
  }

  @Test
  void aLargePhotoWaitsForMemoryAndASmallOneDoesNot() throws Exception {
    MemoryBudget budget = new MemoryBudget(4 << 20, 1);
    AtomicInteger begun = new AtomicInteger();
    AtomicInteger ended = new AtomicInteger();
    ImageDecoder decoder =
        new ImageDecoder(
            budget,
            () -> {
              begun.incrementAndGet();
              return ended::incrementAndGet;
            },
            ImageDecoder.TIME);
    byte[] large = TestImages.file("png", QUARTERS);
    byte[] small = TestImages.file("png", TestImages.quarters(64, 48));
    CompletableFuture<DecodedImage> waiting;
    int all = budget.take(1 << 30);
    try {
      waiting = CompletableFuture.supplyAsync(() -> decoder.decode(large, "a", 480));
      while (budget.waiting() < 1) {
        Thread.onSpinWait();
      }
      assertThat(decoder.decode(small, "a", 48).width()).isEqualTo(64);
      assertThatThrownBy(() -> decoder.decode(large, "a", 480, () -> budget.waiting() > 1))
          .isInstanceOf(CancellationException.class);
      assertThat(waiting.isDone()).isFalse();
      assertThat(begun).hasValue(2);
    } finally {
      budget.release(all);
    }
    assertThat(waiting.get().width()).isEqualTo(640);
    while (ended.get() < 2) {
      Thread.onSpinWait();
    }
  }

  /** However long others take: a photo's limit is about its own decoder. */
  @Test
  void waitingForMemoryIsNotDecoding() throws Exception {
    MemoryBudget budget = new MemoryBudget(4 << 20, 1);
    Duration limit = Duration.ofMillis(50);
    byte[] large = TestImages.file("png", QUARTERS);
    new ImageDecoder().decode(large, "a", 480); // Loads classes and libraries.
    ImageDecoder decoder = new ImageDecoder(budget, () -> () -> {}, limit);
    int all = budget.take(1 << 30);
    CompletableFuture<DecodedImage> waiting;
    try {
      waiting = CompletableFuture.supplyAsync(() -> decoder.decode(large, "a", 480));
      Thread.sleep(40 * limit.toMillis());
    } finally {
      budget.release(all);
    }
    assertThat(waiting.get().width()).isEqualTo(640);
  }
}
