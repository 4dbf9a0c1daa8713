package io.lumiere.images;

import io.lumiere.testing.Fuzz;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** HEIC; for more see {@link HeifTest}. */
class HeicTest extends DecoderContract {
  private static byte[] read(String name) {
    return TestFiles.read("heif/" + name + ".heic");
  }

  @Override
  String format() {
    return "heic";
  }

  @Override
  Fuzz fuzz() {
    return Fuzz.target("image-heic");
  }

  @Override
  List<Sample> samples() {
    List<Sample> samples = new ArrayList<>();
    samples.add(Sample.quarters("quarters", read("quarters"), 64, 48));
    samples.add(Sample.quarters("odd", read("odd"), 65, 49));
    samples.add(Sample.quarters("thumbnail", read("thumbnail"), 128, 96));
    samples.add(Sample.of("grid", read("grid"), 180, 110));
    // EXIF's orientation, which these files have too, is the same or another.
    for (int orientation = 2; orientation <= 8; orientation++) {
      byte[] file = read("turned-" + orientation);
      samples.add(Sample.quarters("quarters", file, 64, 48).turned(orientation));
    }
    samples.add(Sample.quarters("alpha", read("alpha"), 64, 48).halfClear());
    return samples;
  }

  @Override
  int refusedPercent() {
    return 99;
  }

  @Override
  Stream<Sample> endingWithThePicture() {
    List<String> others = List.of("thumbnail", "quarters turned 6");
    return large().filter(sample -> !others.contains(sample.name()));
  }

  @Override
  byte[] claiming(int width, int height) {
    return HeifTest.sized(read("turned-1"), width, height);
  }

  @Override
  Leak leak() {
    // A leak of decoders would be of 700 MiB and more.
    return new Leak(read("grid"), 1_000, 300);
  }
}
