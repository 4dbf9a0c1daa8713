package io.lumiere.images;

import io.lumiere.testing.Fuzz;
import java.nio.ByteOrder;
import java.util.List;

/** JPEG 2000, in a container and bare. */
class Jpeg2000Test extends DecoderContract {
  private static byte[] read(String name) {
    return TestFiles.read("stills/" + name);
  }

  @Override
  String format() {
    return "jp2";
  }

  @Override
  Fuzz fuzz() {
    return Fuzz.target("image-jp2");
  }

  @Override
  List<Sample> samples() {
    return List.of(
        Sample.quarters("odd", read("odd.jp2"), 65, 49),
        Sample.quarters("alpha", read("alpha.jp2"), 64, 48).halfClear().exactTo(1),
        Sample.of("lossless", read("lossless.jp2"), 96, 64),
        Sample.of("bare", read("codestream.j2k"), 96, 64),
        Sample.of("tiles", read("tiles.jp2"), 96, 64),
        Sample.of("sixteen bits", read("sixteen.jp2"), 96, 64));
  }

  @Override
  byte[] claiming(int width, int height) {
    byte[] file = read("odd.jp2");
    int size = Patch.indexOf(file, "\u00ffO\u00ffQ") + 8;
    return Patch.ints(file, size, ByteOrder.BIG_ENDIAN, width, height);
  }

  @Override
  Leak leak() {
    return new Leak(read("alpha.jp2"), 1_000, 100);
  }
}
