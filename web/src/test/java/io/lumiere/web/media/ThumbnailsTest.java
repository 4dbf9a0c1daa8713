package io.lumiere.web.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.Sha256;
import io.lumiere.gallery.PaintedScenes;
import io.lumiere.images.thumbnail.ThumbnailSize;
import io.lumiere.web.http.HttpProblem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThumbnailsTest {
  @TempDir private Path temp;
  private Thumbnails thumbnails;
  private byte[] photo;

  @BeforeEach
  void open() throws IOException {
    thumbnails = new Thumbnails(new ThumbnailFolder(temp, 1 << 20), 2);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(PaintedScenes.paint(1, 600).getFirst(), "jpg", out);
    photo = out.toByteArray();
  }

  @AfterEach
  void close() {
    thumbnails.close();
  }

  /** A file in memory that counts how often it is read. */
  private static final class Counted implements Thumbnails.Source {
    private final byte[] bytes;
    private final AtomicInteger reads = new AtomicInteger();
    private final CountDownLatch gate;

    Counted(byte[] bytes) {
      this(bytes, new CountDownLatch(0));
    }

    Counted(byte[] bytes, CountDownLatch gate) {
      this.bytes = bytes;
      this.gate = gate;
    }

    ThumbnailKey key(ThumbnailSize size) {
      return new ThumbnailKey(Sha256.of(bytes), size);
    }

    @Override
    public String name() {
      return "photo.jpg";
    }

    @Override
    public byte[] read() {
      reads.incrementAndGet();
      try {
        gate.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return bytes;
    }
  }

  private byte[] get(Counted source) {
    return thumbnails.get(source.key(ThumbnailSize.SMALL), source);
  }

  @Test
  void oneIsMadeOnceAndKeptOverStarts() throws IOException {
    Counted source = new Counted(photo);
    byte[] jpeg = get(source);
    var image = ImageIO.read(new ByteArrayInputStream(jpeg));
    assertThat(Math.min(image.getWidth(), image.getHeight())).isLessThanOrEqualTo(360);
    assertThat(get(source)).isEqualTo(jpeg);
    try (Thumbnails later = new Thumbnails(new ThumbnailFolder(temp, 1 << 20), 1)) {
      assertThat(later.get(source.key(ThumbnailSize.SMALL), source)).isEqualTo(jpeg);
    }
    assertThat(source.reads).hasValue(1);
    thumbnails.get(source.key(ThumbnailSize.LARGE), source);
    assertThat(source.reads).hasValue(2);
  }

  @Test
  void whatManyAskForAtOnceIsMadeOnce() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    Counted source = new Counted(photo, gate);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<byte[]>> all = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        all.add(threads.submit((Callable<byte[]>) () -> get(source)));
      }
      Thread.sleep(100);
      gate.countDown();
      for (Future<byte[]> one : all) {
        assertThat(one.get()).isEqualTo(get(source));
      }
    }
    assertThat(source.reads).hasValue(1);
  }

  @Test
  void aFailureIsRememberedWithItsReason() {
    Counted source = new Counted("not a photo".getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> get(source))
          .isInstanceOfSatisfying(HttpProblem.class, e -> assertThat(e.status()).isEqualTo(404))
          .hasMessageContaining("no picture can be made of this photo: the file is a text");
    }
    assertThat(source.reads).hasValue(1);
  }

  @Test
  void aMissingFileIsLookedForAgain() {
    Counted source = new Counted(photo);
    Thumbnails.Source missing =
        new Thumbnails.Source() {
          @Override
          public String name() {
            return "photo.jpg";
          }

          @Override
          public byte[] read() {
            throw HttpProblem.gone("the disk is not there");
          }
        };
    assertThatThrownBy(() -> thumbnails.get(source.key(ThumbnailSize.SMALL), missing))
        .isInstanceOfSatisfying(HttpProblem.class, e -> assertThat(e.status()).isEqualTo(410))
        .hasMessage("the disk is not there");
    assertThat(get(source)).isNotEmpty();
  }

  @Test
  void closingAnswersWhoWaits() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<byte[]>> all = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        Counted source = new Counted(("photo " + i).getBytes(StandardCharsets.US_ASCII), gate);
        all.add(threads.submit((Callable<byte[]>) () -> get(source)));
      }
      Thread.sleep(200);
      thumbnails.close();
      for (Future<byte[]> one : all) {
        assertThatThrownBy(one::get).hasCauseInstanceOf(HttpProblem.class);
      }
    }
  }
}
