package io.lumiere.images;

import com.github.luben.zstd.Zstd;
import io.lumiere.images.internal.opencv.TestEncoder;
import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Small good files of each format, to be damaged. */
final class FuzzImages {
  private static final BufferedImage QUARTERS = TestImages.quarters(70, 50);
  private static final BufferedImage SCENE = TestImages.scene(70, 50);
  private static final BufferedImage PLAIN = new BufferedImage(70, 50, BufferedImage.TYPE_INT_RGB);
  private static final byte[] EXIF = TestExif.block(6, ByteOrder.LITTLE_ENDIAN);

  private FuzzImages() {}

  static List<byte[]> jpeg() {
    return List.of(
        TestExif.inJpeg(TestImages.jpeg(SCENE, false), EXIF),
        TestImages.jpeg(SCENE, true),
        TestImages.cmykJpeg(SCENE),
        TestExif.concat(new byte[9], TestImages.jpeg(QUARTERS, false)));
  }

  static List<byte[]> png() {
    byte[] quarters = TestImages.file("png", QUARTERS);
    byte[] scene = TestImages.file("png", SCENE);
    return List.of(TestExif.inPng(scene, EXIF), TestAnimations.png(quarters, scene, 70, 50));
  }

  static List<byte[]> webp() {
    byte[] bgra = Samples8.bgra(SCENE);
    byte[] lossless = TestEncoder.webp(70, 50, bgra);
    byte[] blank = TestEncoder.webp(70, 50, Samples8.bgra(PLAIN));
    bgra[3] = 7;
    return List.of(
        TestEncoder.webp(70, 50, bgra, 80),
        TestExif.inWebp(lossless, 70, 50, EXIF),
        TestAnimations.webp(blank, lossless, 70, 50));
  }

  static List<byte[]> gif() {
    return List.of(
        TestImages.file("gif", QUARTERS),
        TestImages.animatedGif(SCENE, QUARTERS),
        TestImages.animatedGif(PLAIN, QUARTERS));
  }

  static List<byte[]> plain() {
    byte[] rgb = Samples8.rgb(SCENE);
    return List.of(
        TestImages.file("bmp", SCENE),
        TestExif.concat(TestExif.ascii("P6\n70 50\n255\n"), rgb),
        TestExif.concat(TestExif.ascii("P5 # grey\n70 50 255\n"), Arrays.copyOf(rgb, 3500)),
        TestExif.ascii("P3\n4 2 255\n" + "1 2 3 ".repeat(8)));
  }

  static List<byte[]> tiff() {
    byte[] rgb = Samples8.rgb(SCENE);
    byte[] wide = Samples8.widened(rgb);
    List<byte[]> files = new ArrayList<>();
    files.add(TestImages.file("tiff", SCENE));
    files.add(TestTiff.write(70, 50, 3, 8, 6, rgb));
    files.add(TestTiff.write(70, 50, 3, 16, 8, wide));
    files.add(TestTiff.write(35, 25, 3, 32, 3, Arrays.copyOf(wide, 10_500)));
    TiffBuilder.Image small = new TiffBuilder.Image(8, 8).tag(254, 1).strip(new byte[64]);
    files.add(TiffBuilder.of(small, colour(16).tag(284, 2).strip(rgb).strip(rgb).strip(rgb)));
    files.add(TiffBuilder.of(small.inside(colour(8).tag(338, 0).tag(277, 4).strip(wide))));
    files.add(TiffBuilder.bigEndian(inks(1, wide)));
    files.add(TiffBuilder.of(inks(50000, Zstd.compress(Arrays.copyOf(wide, 28_000)))));
    files.add(TiffBuilder.of(inks(5, wide).tag(317, 2)));
    byte[] webp = TestEncoder.webp(70, 50, Samples8.bgra(SCENE), 80);
    files.add(TiffBuilder.of(colour(8).tag(259, 50001).strip(webp)));
    return files;
  }

  private static TiffBuilder.Image colour(int bits) {
    return new TiffBuilder.Image(70, 50).tag(258, bits).tag(262, 2).tag(277, 3);
  }

  private static TiffBuilder.Image inks(int compression, byte[] data) {
    return colour(16).tag(262, 5).tag(277, 4).tag(259, compression).strip(data);
  }

  static List<byte[]> heif(String end) {
    return Stream.of(
            "grid.heic",
            "alpha.heic",
            "turned-6.heic",
            "ten-bit.avif",
            "grid.avif",
            "half.avif",
            "sequence-alone.avif",
            "blank-first.avif")
        .filter(name -> name.endsWith(end))
        .map(name -> TestFiles.read("heif/" + name))
        .toList();
  }

  static List<byte[]> stills(String... names) {
    return Stream.of(names).map(name -> TestFiles.read("stills/" + name)).toList();
  }

  static List<byte[]> jxl() {
    return Stream.of("scene.jxl", "alpha.jxl", "animation.jxl", "lossless.jxl", "transcoded.jxl")
        .map(name -> TestFiles.read("jxl/" + name))
        .toList();
  }

  static List<byte[]> raw() {
    byte[] preview = TestImages.jpeg(TestImages.scene(240, 180), false);
    byte[] exif = TestExif.block(6, ByteOrder.LITTLE_ENDIAN);
    return List.of(TestRaw.raf(preview), TestRaw.cr3(exif, preview, preview));
  }
}
