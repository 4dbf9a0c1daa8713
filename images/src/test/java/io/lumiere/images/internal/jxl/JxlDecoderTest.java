package io.lumiere.images.internal.jxl;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.images.LibjxlSetUp;
import io.lumiere.images.TestFiles;
import io.lumiere.images.internal.format.Signatures;
import io.lumiere.images.internal.header.ImageHeader;
import io.lumiere.images.internal.pixels.Samples;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JxlDecoderTest {
  /** So often that Java has compiled the decoder. */
  private static final int WARM = 600;

  private static final int COLLECTED = 600;

  private final byte[] file = TestFiles.read("jxl/lossless.jxl");
  private final ImageHeader header = Signatures.read(file);
  private final AtomicLong used = new AtomicLong();

  @BeforeAll
  static void needLibjxl() throws IOException {
    LibjxlSetUp.need();
  }

  private void decode(int times) {
    for (int i = 0; i < times; i++) {
      try (Samples picture =
          JxlDecoder.decode(file, header, new MemoryLimit(Long.MAX_VALUE, used))) {
        assertThat(picture.width()).isEqualTo(96);
      }
    }
  }

  @Test
  void givesAllMemoryBackWhileJavaCollectsGarbage() throws InterruptedException {
    decode(WARM);
    AtomicBoolean done = new AtomicBoolean();
    Thread collector =
        new Thread(() -> {
          while (!done.get()) {
            System.gc();
          }
        });
    collector.start();
    try {
      decode(COLLECTED);
    } finally {
      done.set(true);
      collector.join();
    }
    assertThat(used).hasValue(0);
  }
}
