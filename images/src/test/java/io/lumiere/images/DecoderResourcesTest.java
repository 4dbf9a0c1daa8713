package io.lumiere.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

/** Native memory is given back at once, and threads do not disturb each other. */
class DecoderResourcesTest {
  private static final int MANY = 2_000;
  private static final long MIB = 1 << 20;

  private final ImageDecoder decoder = new ImageDecoder();

  @Test
  void noMemoryIsKept() {
    byte[] jpeg = TestImages.jpeg(TestImages.scene(400, 300), false);
    byte[] cut = TestImages.cutOff(jpeg, 0.4);
    byte[] png = TestImages.file("png", TestImages.scene(100, 100));
    for (int i = 0; i < 200; i++) {
      decodeAll(jpeg, cut, png);
    }
    long pointersBefore = Pointer.totalBytes();
    long residentBefore = Pointer.physicalBytes();
    for (int i = 0; i < MANY; i++) {
      decodeAll(jpeg, cut, png);
    }
    assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(pointersBefore);
    // A leak of each 400 x 300 image alone would be 700 MiB. Java's own heap may grow in between.
    assertThat(Pointer.physicalBytes() - residentBefore).isLessThan(300 * MIB);
  }

  private void decodeAll(byte[] jpeg, byte[] cut, byte[] png) {
    assertThat(decoder.decode(jpeg, "a", 300).image().width()).isEqualTo(400);
    assertThat(decoder.decode(png, "a", 40).image().width()).isEqualTo(50);
    try {
      decoder.decode(cut, "a", 300);
    } catch (CorruptImageException e) {
      return;
    }
    throw new AssertionError("an image of which most is missing was accepted");
  }

  @Test
  void threadsShareOneDecoder() throws Exception {
    byte[] jpeg = TestImages.jpeg(TestImages.scene(300, 200), false);
    byte[] png = TestImages.file("png", TestImages.scene(200, 300));
    byte[] expectedJpeg = decoder.decode(jpeg, "a", 100).image().rgb();
    byte[] expectedPng = decoder.decode(png, "a", 70).image().rgb();
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Future<Boolean>> equal = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        equal.add(
            threads.submit(() ->
                Arrays.equals(expectedJpeg, decoder.decode(jpeg, "a", 100).image().rgb())
                    && Arrays.equals(expectedPng, decoder.decode(png, "a", 70).image().rgb())));
      }
      for (Future<Boolean> each : equal) {
        assertThat(each.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
