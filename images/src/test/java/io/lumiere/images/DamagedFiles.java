package io.lumiere.images;

import io.lumiere.images.internal.opencv.TestEncoder;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Files over which decoders' libraries print warnings and errors. */
final class DamagedFiles {
  private DamagedFiles() {}

  /** Of every format some, each damaged in its own way. */
  static List<byte[]> printed() {
    BufferedImage scene = TestImages.scene(160, 120);
    byte[] jpeg = TestImages.jpeg(scene, false);
    List<byte[]> files = new ArrayList<>();
    // libjpeg: extraneous bytes before a marker, bad codes, an early end.
    files.add(TestExif.insert(jpeg, 20, new byte[3]));
    files.add(zeroed(jpeg));
    files.add(TestImages.cutOff(jpeg, 0.8));
    // libtiff: an unknown tag, strips beyond the end, compressions that are not there.
    TiffBuilder.Image beyond = new TiffBuilder.Image(4, 4).tag(65_000, 1).tag(273, 1 << 30);
    files.add(TiffBuilder.of(beyond));
    files.add(TiffBuilder.of(new TiffBuilder.Image(4, 4).tag(259, 34_661).tag(273, 8)));
    for (String format : List.of("png", "gif", "bmp", "tiff")) {
      byte[] file = TestImages.file(format, scene);
      files.add(zeroed(file));
      files.add(TestImages.cutOff(file, 0.7));
    }
    byte[] webp = TestEncoder.webp(160, 120, Samples8.bgra(scene), 90);
    files.add(zeroed(webp));
    for (String name :
        List.of("scene.heic", "grid.heic", "scene-420.avif", "sequence-alone.avif")) {
      files.add(zeroed(TestFiles.read("heif/" + name)));
      files.add(TestImages.cutOff(TestFiles.read("heif/" + name), 0.9));
    }
    return files;
  }

  private static byte[] zeroed(byte[] file) {
    byte[] damaged = file.clone();
    Arrays.fill(damaged, file.length * 2 / 3, file.length * 2 / 3 + 20, (byte) 0);
    Arrays.fill(damaged, file.length / 2, file.length / 2 + 20, (byte) 0xfe);
    return damaged;
  }
}
