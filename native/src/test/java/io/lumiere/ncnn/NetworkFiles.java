package io.lumiere.ncnn;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes small networks as ncnn's files; random weights come from a seed. */
final class NetworkFiles {
  private final List<String> layers = new ArrayList<>();
  private final ByteArrayOutputStream weights = new ByteArrayOutputStream();
  private final List<Float> scales = new ArrayList<>();
  private int blobs;

  /** Adds a line; blobs are counted from it. */
  NetworkFiles layer(String line) {
    blobs += Integer.parseInt(line.split(" ")[3]);
    layers.add(line);
    return this;
  }

  /** Adds floats without a tag. */
  NetworkFiles plain(float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    weights.writeBytes(bytes.array());
    return this;
  }

  /** Adds floats with the tag of 32-bit floats. */
  NetworkFiles tagged(float... values) {
    weights.writeBytes(new byte[4]);
    return plain(values);
  }

  /** Adds floats as 16-bit floats with their tag. */
  NetworkFiles half(float... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(4 + (2 * values.length + 3) / 4 * 4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(0x01306B47);
    for (float value : values) {
      bytes.putShort(Float.floatToFloat16(value));
    }
    weights.writeBytes(bytes.array());
    return this;
  }

  /**
   * Adds a matrix as 8-bit integers in blocks of each row; {@link #scales} adds the blocks' scales.
   */
  NetworkFiles blocks(float[] matrix, int columns, int block) {
    ByteBuffer bytes = ByteBuffer.allocate((matrix.length + 3) / 4 * 4);
    for (int row = 0; row < matrix.length; row += columns) {
      for (int from = row; from < row + columns; from += block) {
        int to = Math.min(from + block, row + columns);
        float scale = scale(matrix, from, to);
        scales.add(scale);
        for (int i = from; i < to; i++) {
          bytes.put((byte) Math.round(matrix[i] * scale));
        }
      }
    }
    weights.writeBytes(bytes.array());
    return this;
  }

  private static float scale(float[] values, int from, int to) {
    float most = Float.MIN_NORMAL;
    for (int i = from; i < to; i++) {
      most = Math.max(most, Math.abs(values[i]));
    }
    return 127 / most;
  }

  /** Adds the scales of the matrices since the last time. */
  NetworkFiles scales() {
    float[] values = new float[scales.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = scales.get(i);
    }
    scales.clear();
    return plain(values);
  }

  /** Returns the graph's text. */
  String param() {
    return "7767517\n" + layers.size() + " " + blobs + "\n" + String.join("\n", layers) + "\n";
  }

  /** Returns the weights' bytes. */
  byte[] bin() {
    return weights.toByteArray();
  }

  /** Writes both files and loads them. */
  Network load(Path dir, NetworkOptions options) {
    return load(dir, param().getBytes(StandardCharsets.US_ASCII), bin(), options);
  }

  /** Writes both files and loads them. */
  Network load(Path dir) {
    return load(dir, NetworkOptions.DEFAULT);
  }

  /** Writes any bytes as both files and loads them. */
  static Network load(Path dir, byte[] param, byte[] bin, NetworkOptions options) {
    try {
      Path paramFile = Files.write(dir.resolve("net.param"), param);
      Path binFile = Files.write(dir.resolve("net.bin"), bin);
      return Network.load(paramFile, binFile, options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns numbers between -1 and 1. */
  static float[] random(long seed, int count) {
    Random random = new Random(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = 2 * random.nextFloat() - 1;
    }
    return values;
  }
}
