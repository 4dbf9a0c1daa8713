package io.lumiere.images;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** OpenEXR files of one pixel, by "OpenEXR File Layout". */
final class TestExr {
  private static final int FLOAT = 2;

  private TestExr() {}

  /** Of equal red, green and blue, associated with alpha. */
  static byte[] pixel(float light, float alpha) {
    byte[] head =
        TestExif.concat(
            ints(20000630, 2),
            attribute("channels", "chlist", channels()),
            attribute("compression", "compression", new byte[1]),
            attribute("dataWindow", "box2i", ints(0, 0, 0, 0)),
            attribute("displayWindow", "box2i", ints(0, 0, 0, 0)),
            attribute("lineOrder", "lineOrder", new byte[1]),
            attribute("pixelAspectRatio", "float", floats(1)),
            attribute("screenWindowCenter", "v2f", floats(0, 0)),
            attribute("screenWindowWidth", "float", floats(1)),
            new byte[1]);
    byte[] table = ints(head.length + Long.BYTES, 0);
    return TestExif.concat(head, table, ints(0, 16), floats(alpha, light, light, light));
  }

  private static byte[] channels() {
    byte[] all = new byte[0];
    for (String name : new String[] {"A", "B", "G", "R"}) {
      all = TestExif.concat(all, TestExif.ascii(name + "\0"), ints(FLOAT, 0, 1, 1));
    }
    return TestExif.concat(all, new byte[1]);
  }

  private static byte[] attribute(String name, String type, byte[] value) {
    byte[] names = TestExif.ascii(name + "\0" + type + "\0");
    return TestExif.concat(names, ints(value.length), value);
  }

  private static byte[] ints(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) {
      bytes.putInt(value);
    }
    return bytes.array();
  }

  private static byte[] floats(float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      bytes.putFloat(value);
    }
    return bytes.array();
  }
}
