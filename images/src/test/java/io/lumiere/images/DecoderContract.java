package io.lumiere.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.RgbImage;
import io.lumiere.testing.Fuzz;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for the files of every format. A format's test extends this and gives files; those
 * that no encoder here writes come from other programs, by the scripts in {@code src/test/python}.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class DecoderContract {
  private static final int[] LEAST_SIDES = {1000, 110, 48, 32, 21, 8, 1};

  final ImageDecoder decoder = new ImageDecoder();

  /** The format's name. */
  abstract String format();

  /** Whole files: of small, odd and other sizes, of each orientation, transparency and depth. */
  abstract List<Sample> samples();

  /** The format's fuzz target. */
  abstract Fuzz fuzz();

  /** Whole files, to be damaged. */
  List<byte[]> fuzzInputs() {
    return large().map(Sample::file).toList();
  }

  /** A small file whose header gives this size; none where it cannot. */
  abstract byte[] claiming(int width, int height);

  /** How much of a file may be there, in percent, and it is refused. */
  int refusedPercent() {
    return 90;
  }

  /** How many millions of pixels are read at most. */
  int mostMillions() {
    return 256;
  }

  /** By what the codec itself divides the sides, where all in all they are divided by a factor. */
  int reductionByCodec(int factor) {
    return 1;
  }

  /** A file that is decoded so often, and how much more memory may be in use after that. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Leak(byte[] file, int times, int mebibytes) {}

  abstract Leak leak();

  /** The samples of which a part makes no whole picture. */
  Stream<Sample> large() {
    return samples().stream()
        .filter(sample -> sample.shortSide() >= 48)
        .filter(sample -> sample.orientation() == 1 || sample.orientation() == 6);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void showsItsPictureUpright(Sample sample) {
    DecodedImage decoded = decoder.decode(sample.file(), "a", 1000);
    assertThat(decoded.format()).isEqualTo(format());
    assertThat(decoded.orientation()).isEqualTo(sample.orientation());
    assertThat(decoded.width()).isEqualTo(sample.width());
    assertThat(decoded.height()).isEqualTo(sample.height());
    assertThat(decoded.image().width()).isEqualTo(sample.width());
    assertThat(decoded.image().height()).isEqualTo(sample.height());
    sample.assertShownBy(decoded.image());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isReducedByAWholeFactor(Sample sample) {
    for (int least : LEAST_SIDES) {
      DecodedImage decoded = decoder.decode(sample.file(), "a", least);
      assertThat(decoded.width()).isEqualTo(sample.width());
      assertThat(decoded.height()).isEqualTo(sample.height());
      int byCodec = reductionByCodec(factor(sample.shortSide(), least));
      int left = factor(Math.ceilDiv(sample.shortSide(), byCodec), least);
      RgbImage image = decoded.image();
      assertThat(image.width()).isEqualTo(Math.ceilDiv(sample.width(), byCodec * left));
      assertThat(image.height()).isEqualTo(Math.ceilDiv(sample.height(), byCodec * left));
      int shortSide = Math.min(image.width(), image.height());
      assertThat(shortSide).isGreaterThanOrEqualTo(Math.min(least, sample.shortSide()));
      if (shortSide > 8) {
        sample.assertShownBy(image);
      }
    }
  }

  /** The largest that leaves a quarter more than is asked for. */
  private static int factor(int shortSide, int least) {
    return Math.max(1, 4 * shortSide / (5 * least));
  }

  /** Those that end with the picture. */
  Stream<Sample> endingWithThePicture() {
    return large();
  }

  @ParameterizedTest
  @MethodSource("endingWithThePicture")
  void whatIsCutOffIsRefused(Sample sample) {
    for (int percent = 1; percent <= 99; percent += 7) {
      byte[] part = TestImages.cutOff(sample.file(), percent / 100.0);
      boolean shown = isShown(part, sample + " to " + percent + "%");
      assertThat(shown && percent <= refusedPercent()).as("%d%%", percent).isFalse();
    }
    assertThat(isShown(TestImages.cutOff(sample.file(), 0.001), "its first bytes")).isFalse();
  }

  @Test
  void whatIsDamagedIsShownOrRefusedSoon() throws IOException {
    List<byte[]> inputs = fuzzInputs();
    isShown(inputs.getFirst(), "what loads the libraries");
    fuzz()
        .inputs(inputs)
        .times(250)
        .limit(Duration.ofSeconds(30))
        .run(input -> isShown(input.bytes(), input.file().toString()));
  }

  /** Whether there is a picture; else there is a reason. Nothing else may come of a file. */
  private boolean isShown(byte[] file, String what) {
    try {
      DecodedImage decoded = decoder.decode(file, "a", 48);
      assertThat(decoded.orientation()).as(what).isBetween(1, 8);
      assertThat(decoded.image().width()).as(what).isLessThanOrEqualTo(decoded.width());
      assertThat(decoded.image().height()).as(what).isLessThanOrEqualTo(decoded.height());
      return true;
    } catch (CorruptImageException | UnsupportedImageException e) {
      assertThat(e.getMessage()).as(what).hasSizeGreaterThan(8);
      return false;
    }
  }

  @Test
  void sizesBeyondTheLimitsAreRefusedByTheHeader() {
    String most = "65535 x 65535 pixels; at most " + mostMillions() + " million";
    assertRefused(65_535, 65_535, UnsupportedImageException.class, most);
    assertRefused(1_048_592, 16, UnsupportedImageException.class, "1048576 on a side");
    assertRefused(0, 16, CorruptImageException.class, "");
    // Nearly the most pixels, in a few bytes.
    assertRefused(15_872, 15_872, ImageException.class, "");
  }

  private void assertRefused(
      int width, int height, Class<? extends ImageException> type, String reason) {
    byte[] file = claiming(width, height);
    if (file.length > 0) {
      assertThatThrownBy(() -> decoder.decode(file, "a", 48))
          .as("%d x %d", width, height)
          .isInstanceOf(type)
          .hasMessageContaining(reason);
    }
  }

  /** A file that is decoded sooner than its caller looks may be shown all the same. */
  @Test
  void anInterruptStays() {
    byte[] file = leak().file();
    Thread.currentThread().interrupt();
    try {
      assertThat(decoder.decode(file, "a", 1).format()).isEqualTo(format());
    } catch (CancellationException e) {
      assertThat(e).hasMessage("decoding was interrupted");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void threadsShareOneDecoder() throws Exception {
    byte[] file = leak().file();
    byte[] alone = decoder.decode(file, "a", 100).image().rgb();
    Callable<Boolean> equal =
        () -> Arrays.equals(alone, decoder.decode(file, "a", 100).image().rgb());
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      List<Callable<Boolean>> tasks = Stream.generate(() -> equal).limit(60).toList();
      for (Future<Boolean> each : threads.invokeAll(tasks)) {
        assertThat(each.get()).isTrue();
      }
    }
  }

  @Test
  void noMemoryIsKept() {
    Leak leak = leak();
    byte[] part = TestImages.cutOff(leak.file(), 0.4);
    int times = leak.times() * Integer.getInteger("lumiere.leak.times", 1);
    decodeOften(times / 10, leak.file(), part);
    long pointersBefore = Pointer.totalBytes();
    long residentBefore = residentBesideTheHeap();
    decodeOften(times, leak.file(), part);
    assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(pointersBefore);
    assertThat(residentBesideTheHeap() - residentBefore).isLessThan((long) leak.mebibytes() << 20);
  }

  /** Java's own heap has grown by what other tests did; after a collection it is small. */
  private static long residentBesideTheHeap() {
    System.gc();
    return Pointer.physicalBytes() - Runtime.getRuntime().totalMemory();
  }

  private void decodeOften(int times, byte[] whole, byte[] part) {
    for (int i = 0; i < times; i++) {
      decoder.decode(whole, "a", 1000);
      assertThat(isShown(part, "a part")).isFalse();
    }
  }
}
