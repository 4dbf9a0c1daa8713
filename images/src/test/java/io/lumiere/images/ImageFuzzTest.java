package io.lumiere.images;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.testing.Fuzz;
import io.lumiere.testing.FuzzInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Damaged files of every format, a target for each: the outcome is an image or an {@link
 * ImageException}, and that soon. A file that once did harm joins {@code
 * src/test/resources/images}.
 */
class ImageFuzzTest {
  private static final int TIMES = 250;
  private static final int SHORT_SIDE = 24;

  private final ImageDecoder decoder = new ImageDecoder();

  /** Loading the libraries counts for no file. */
  @BeforeAll
  static void loadLibraries() {
    ImageDecoder loaded = new ImageDecoder();
    assertThat(loaded.decode(FuzzImages.jpeg().getFirst(), "a", 1).format()).isEqualTo("jpeg");
    assertThat(loaded.decode(TestFiles.read("heif/odd.heic"), "a", 1).format()).isEqualTo("heic");
  }

  private void fuzz(Fuzz target, List<byte[]> whole) throws IOException {
    target.inputs(whole).times(TIMES).limit(Duration.ofSeconds(30)).run(this::decodes);
  }

  @Test
  void jpeg() throws IOException {
    fuzz(Fuzz.target("image-jpeg"), FuzzImages.jpeg());
  }

  @Test
  void png() throws IOException {
    fuzz(Fuzz.target("image-png"), FuzzImages.png());
  }

  @Test
  void webp() throws IOException {
    fuzz(Fuzz.target("image-webp"), FuzzImages.webp());
  }

  @Test
  void gif() throws IOException {
    fuzz(Fuzz.target("image-gif"), FuzzImages.gif());
  }

  @Test
  void bmpAndPnm() throws IOException {
    fuzz(Fuzz.target("image-plain"), FuzzImages.plain());
  }

  @Test
  void tiff() throws IOException {
    fuzz(Fuzz.target("image-tiff"), FuzzImages.tiff());
  }

  @Test
  void heic() throws IOException {
    fuzz(Fuzz.target("image-heic"), FuzzImages.heif(".heic"));
  }

  @Test
  void avif() throws IOException {
    fuzz(Fuzz.target("image-avif"), FuzzImages.heif(".avif"));
  }

  @Test
  void jpeg2000() throws IOException {
    fuzz(Fuzz.target("image-jp2"), FuzzImages.stills("lossless.jp2", "tiles.jp2", "alpha.jp2"));
  }

  @Test
  void openExr() throws IOException {
    fuzz(
        Fuzz.target("image-exr"),
        FuzzImages.stills("zip.exr", "piz.exr", "rle.exr", "pxr24.exr", "none.exr", "float.exr"));
  }

  @Test
  void jpegXl() throws IOException {
    LibjxlSetUp.need();
    fuzz(Fuzz.target("image-jxl"), FuzzImages.jxl());
  }

  @Test
  void raw() throws IOException {
    fuzz(Fuzz.target("image-raw"), FuzzImages.raw());
  }

  /** Files that once did harm. */
  @TestFactory
  List<DynamicTest> corpus() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String name : list()) {
      byte[] bytes = resource("/images/" + name);
      tests.add(
          DynamicTest.dynamicTest(
              name, () -> assertThat(decodes(bytes, name)).as(name).isIn(true, false)));
    }
    assertThat(tests).isNotEmpty();
    return tests;
  }

  private static List<String> list() throws IOException {
    String index = new String(resource("/images/index.txt"), StandardCharsets.UTF_8);
    return index.lines().filter(line -> !line.startsWith("#")).map(l -> l.split("\t")[0]).toList();
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = ImageFuzzTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
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
