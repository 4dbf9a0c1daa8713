package io.lumiere.images.internal.jxl;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.images.LibjxlSetUp;
import io.lumiere.images.TestFiles;
import io.lumiere.images.internal.format.Signatures;
import io.lumiere.images.internal.header.ImageFormat;
import io.lumiere.images.internal.header.ImageHeader;
import io.lumiere.images.internal.pixels.Samples;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JxlDecoderTest {
  /** So often that Java has compiled the decoder: before that it keeps what a method has used. */
  private static final int WARM = 600;

  private static final int COLLECTED = 10;

  private final byte[] file = TestFiles.read("jxl/lossless.jxl");
  private final ImageHeader header = Signatures.read(file);
  private final AtomicLong used = new AtomicLong();
  private final AtomicInteger collections = new AtomicInteger();

  @BeforeAll
  static void needLibjxl() throws IOException {
    LibjxlSetUp.need();
  }

  private void decode(Functions libjxl, int times) {
    for (int i = 0; i < times; i++) {
      try (Samples picture =
          JxlDecoder.decode(libjxl, file, header, new MemoryLimit(Long.MAX_VALUE, used))) {
        assertThat(picture.width()).isEqualTo(96);
      }
    }
  }

  /** The same functions, but garbage is collected just before a decoder frees its memory. */
  private Functions collecting(Functions libjxl) {
    return (Functions)
        Proxy.newProxyInstance(
            Functions.class.getClassLoader(),
            new Class<?>[] {Functions.class},
            (self, method, arguments) -> {
              if (method.getName().equals("JxlDecoderDestroy")) {
                System.gc();
                collections.incrementAndGet();
              }
              return method.invoke(libjxl, arguments);
            });
  }

  /** Hidden pictures may be larger than the one that is shown. */
  @Test
  void theLimitOfMemoryIsInProportionToThePicture() {
    assertThat(JxlDecoder.limit(new ImageHeader(ImageFormat.JXL, 16, 16, 1, 0)))
        .isLessThan(100 << 20);
    assertThat(JxlDecoder.limit(new ImageHeader(ImageFormat.JXL, 6000, 4000, 1, 0)))
        .isBetween(2L << 30, 3L << 30);
    assertThat(JxlDecoder.limit(new ImageHeader(ImageFormat.JXL, 16_000, 16_000, 1, 0)))
        .isEqualTo(3L << 30);
  }

  @Test
  void givesAllMemoryBackWhileJavaCollectsGarbage() {
    Functions libjxl = Libjxl.get();
    decode(libjxl, WARM);
    decode(collecting(libjxl), COLLECTED);
    assertThat(collections).hasValue(COLLECTED);
    assertThat(used).hasValue(0);
  }
}
