package io.lumiere.models.convert;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * An array in a {@code .bin} file, little-endian. Which kind a layer reads at which place is fixed
 * by its {@code load_model} in ncnn: "type 0" arrays begin with a tag that says how they are
 * stored, "type 1" arrays are plain floats.
 */
@SuppressWarnings("ArrayRecordComponent") // Megabytes on their way to a file: not copied.
record Weights(Kind kind, float[] values) {
  enum Kind {
    /** Type 0, in half precision. */
    HALF,
    /** Type 0, in full precision. */
    FULL,
    /** Type 1. */
    PLAIN
  }

  private static final int HALF_TAG = 0x01306B47;
  private static final int FULL_TAG = 0;
  private static final float MAX_HALF = 65504;

  static Weights half(float[] values) {
    return new Weights(Kind.HALF, values);
  }

  static Weights full(float[] values) {
    return new Weights(Kind.FULL, values);
  }

  static Weights plain(float[] values) {
    return new Weights(Kind.PLAIN, values);
  }

  void write(DataOutputStream out) throws IOException {
    int tag = kind == Kind.PLAIN ? 0 : Integer.BYTES;
    int width = kind == Kind.HALF ? Short.BYTES : Float.BYTES;
    int size = (values.length * width + 3) & ~3; // Arrays begin at multiples of four.
    ByteBuffer bytes = ByteBuffer.allocate(tag + size).order(ByteOrder.LITTLE_ENDIAN);
    if (kind != Kind.PLAIN) {
      bytes.putInt(kind == Kind.HALF ? HALF_TAG : FULL_TAG);
    }
    for (float value : values) {
      if (!Float.isFinite(value) || (kind == Kind.HALF && Math.abs(value) > MAX_HALF)) {
        throw new IllegalArgumentException("a weight is " + value + ", beyond half precision");
      }
      if (kind == Kind.HALF) {
        bytes.putShort(Float.floatToFloat16(value));
      } else {
        bytes.putFloat(value);
      }
    }
    out.write(bytes.array());
  }
}
