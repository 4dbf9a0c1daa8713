package io.lumiere.images;

import io.lumiere.testing.Fuzz;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** AVIF; for more see {@link HeifTest}. */
class AvifTest extends DecoderContract {
  private static byte[] read(String name) {
    return TestFiles.read("heif/" + name + ".avif");
  }

  @Override
  String format() {
    return "avif";
  }

  @Override
  Fuzz fuzz() {
    return Fuzz.target("image-avif");
  }

  @Override
  List<Sample> samples() {
    List<Sample> samples = new ArrayList<>();
    for (String name :
        List.of("quarters", "sequence", "sequence-alone", "cropped", "blank-first")) {
      samples.add(Sample.quarters(name, read(name), 64, 48));
    }
    samples.add(Sample.quarters("odd", read("odd"), 65, 49));
    samples.add(Sample.of("ten bits", read("ten-bit"), 96, 64));
    samples.add(Sample.of("grid", read("grid"), 128, 128));
    for (int orientation = 2; orientation <= 8; orientation++) {
      byte[] file = read("turned-" + orientation);
      samples.add(Sample.quarters("quarters", file, 64, 48).turned(orientation));
    }
    samples.add(Sample.quarters("alpha", read("alpha"), 64, 48).halfClear());
    for (String name : List.of("half", "half-premultiplied", "ten-bit-half")) {
      samples.add(Sample.halfTransparent(name, read(name)));
    }
    return samples;
  }

  @Override
  int refusedPercent() {
    return 99;
  }

  @Override
  Stream<Sample> endingWithThePicture() {
    List<String> others = List.of("sequence", "sequence-alone", "blank-first");
    return large().filter(sample -> !others.contains(sample.name()));
  }

  @Override
  byte[] claiming(int width, int height) {
    return HeifTest.sized(read("quarters"), width, height);
  }

  @Override
  Leak leak() {
    return new Leak(read("half"), 1_000, 300);
  }
}
