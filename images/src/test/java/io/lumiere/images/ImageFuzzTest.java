package io.lumiere.images;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.testing.Fuzz;
import io.lumiere.testing.FuzzInput;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Damaged raw files, as of other formats by {@link DecoderContract}, and files that once did harm,
 * which are in {@code src/test/resources/images}: the outcome is an image or an {@link
 * ImageException}, and that soon.
 */
class ImageFuzzTest {
  private static final int TIMES = 250;
  private static final int SHORT_SIDE = 24;

  private final ImageDecoder decoder = new ImageDecoder();

  @Test
  void raw() throws IOException {
    byte[] preview = TestImages.jpeg(TestImages.scene(240, 180), false);
    byte[] exif = TestExif.block(6, ByteOrder.LITTLE_ENDIAN);
    Fuzz.target("image-raw")
        .inputs(List.of(TestRaw.raf(preview), TestRaw.cr3(exif, preview, preview)))
        .times(TIMES)
        .limit(Duration.ofSeconds(30))
        .run(this::decodes);
  }

  /** Files that once did harm. */
  @TestFactory
  List<DynamicTest> corpus() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String name : list()) {
      byte[] bytes = TestFiles.read("images/" + name);
      tests.add(
          DynamicTest.dynamicTest(
              name, () -> assertThat(decodes(bytes, name)).as(name).isIn(true, false)));
    }
    assertThat(tests).isNotEmpty();
    return tests;
  }

  private static List<String> list() {
    String index = new String(TestFiles.read("images/index.txt"), StandardCharsets.UTF_8);
    return index.lines().filter(line -> !line.startsWith("#")).map(l -> l.split("\t")[0]).toList();
  }

  private boolean decodes(FuzzInput input) {
    return decodes(input.bytes(), input.file().toString());
  }

  private boolean decodes(byte[] file, String what) {
    try {
      DecodedImage image = decoder.decode(file, "a", SHORT_SIDE);
      assertThat(image.orientation()).as(what).isBetween(1, 8);
      assertThat(image.image().width()).as(what).isLessThanOrEqualTo(image.width());
      assertThat(image.image().height()).as(what).isLessThanOrEqualTo(image.height());
      return true;
    } catch (ImageException e) {
      assertThat(e).as(what).hasMessageMatching("(?s).{8,}");
      return false;
    }
  }
}
