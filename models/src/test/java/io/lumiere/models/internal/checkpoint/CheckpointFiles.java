package io.lumiere.models.internal.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The checkpoints that {@code src/test/python/checkpoint_goldens.py} makes. */
final class CheckpointFiles {
  private CheckpointFiles() {}

  static byte[] bytes(String name) {
    try (InputStream in = CheckpointFiles.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The script's {@code values}: element i. */
  static float element(int i) {
    return (i * 7 % 32 - 9) / 4f;
  }

  static float[] elements(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = element(i);
    }
    return values;
  }
}
