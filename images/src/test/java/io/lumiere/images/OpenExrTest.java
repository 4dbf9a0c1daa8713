package io.lumiere.images;

import io.lumiere.testing.Fuzz;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** OpenEXR, in each compression that FFmpeg reads. */
class OpenExrTest extends DecoderContract {
  private static byte[] read(String name) {
    return TestFiles.read("stills/" + name + ".exr");
  }

  @Override
  String format() {
    return "exr";
  }

  @Override
  Fuzz fuzz() {
    return Fuzz.target("image-exr");
  }

  @Override
  List<Sample> samples() {
    List<Sample> samples = new ArrayList<>();
    samples.add(Sample.quarters("alpha", read("alpha"), 64, 48).halfClear().exactTo(1));
    for (String name : List.of("none", "rle", "zip", "piz", "pxr24", "float")) {
      samples.add(Sample.of(name, read(name), 96, 64));
    }
    return samples;
  }

  @Override
  byte[] claiming(int width, int height) {
    byte[] file = read("alpha");
    String window = "dataWindow\0box2i\0";
    int corners = Patch.indexOf(file, window) + window.length() + 4;
    return Patch.ints(file, corners, ByteOrder.LITTLE_ENDIAN, 0, 0, width - 1, height - 1);
  }

  @Override
  Leak leak() {
    return new Leak(read("zip"), 1_000, 100);
  }
}
