package io.lumiere.models.convert;

import io.lumiere.ncnn.format.WeightTag;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * An array in a {@code .bin} file, little-endian, as it is written there. Which kind a layer reads
 * at which place is fixed by its {@code load_model} in ncnn: "type 0" arrays begin with a tag that
 * says how they are stored, "type 1" arrays are plain floats, "type 8" arrays signed bytes.
 */
final class Weights {
  private static final float MAX_HALF = 65504;

  /** Encoded at once: of a large network, only the half of its floats that is kept takes memory. */
  private final byte[] bytes;

  private Weights(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Type 0, in half precision. */
  static Weights half(float[] values) {
    int size = (values.length * Short.BYTES + 3) & ~3; // Arrays begin at multiples of four.
    byte[] bytes = new byte[Integer.BYTES + size];
    ByteBuffer buffer = littleEndian(bytes).putInt(WeightTag.FLOAT16.code());
    for (float value : values) {
      buffer.putShort(Float.floatToFloat16(check(value, MAX_HALF)));
    }
    return new Weights(bytes);
  }

  /** Type 0, in full precision. */
  static Weights full(float[] values) {
    byte[] bytes = new byte[Float.BYTES * (values.length + 1)];
    putAll(littleEndian(bytes).putInt(WeightTag.FLOAT32.code()), values);
    return new Weights(bytes);
  }

  /** Type 8: signed bytes without a tag. */
  static Weights bytes(byte[] values) {
    return new Weights(Arrays.copyOf(values, (values.length + 3) & ~3));
  }

  /** Type 1. */
  static Weights plain(float[] values) {
    byte[] bytes = new byte[Float.BYTES * values.length];
    putAll(littleEndian(bytes), values);
    return new Weights(bytes);
  }

  void write(OutputStream out) throws IOException {
    out.write(bytes);
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void putAll(ByteBuffer to, float[] values) {
    for (float value : values) {
      to.putFloat(check(value, Float.MAX_VALUE));
    }
  }

  private static float check(float value, float most) {
    if (!(Math.abs(value) <= most)) {
      throw new IllegalArgumentException("a weight is " + value + ", beyond " + most);
    }
    return value;
  }
}
