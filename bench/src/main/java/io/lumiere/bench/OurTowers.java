package io.lumiere.bench;

import io.lumiere.ncnn.FloatTensor;
import io.lumiere.ncnn.IntTensor;
import io.lumiere.ncnn.Network;
import io.lumiere.ncnn.NetworkOptions;
import io.lumiere.ncnn.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** A model's networks, without what is done to pictures and texts before. Thread-safe. */
final class OurTowers implements AutoCloseable {
  /** The marks of begin and end, and six words. */
  static final int TOKENS = 8;

  private final Network images;
  private final Network texts;
  private final int side;
  private final int width;

  OurTowers(Path model, int side, NetworkOptions options) throws IOException {
    images = Network.load(model.resolve("image.param"), model.resolve("image.bin"), options);
    texts = Network.load(model.resolve("text.param"), model.resolve("text.bin"), options);
    this.side = side;
    width = Operations.textWidth(model.resolve("text.param"));
  }

  /** An image. What the starter's network gives last is what its bridge takes. */
  float[] image(float[] pixels) {
    try (Session session = images.newSession()) {
      session.input(images.inputNames().get(0), new FloatTensor(pixels, 3, side, side));
      return session.output(images.outputNames().getLast()).data();
    }
  }

  /**
   * A text. CLIP's networks take rows, of which each sees those before it, the starter's tokens.
   */
  float[] text() {
    List<String> inputs = texts.inputNames();
    try (Session session = texts.newSession()) {
      if (inputs.contains("tokens")) {
        int[] counted = IntStream.range(0, TOKENS).toArray();
        inputs.forEach(name -> session.input(name, new IntTensor(counted, TOKENS)));
      } else {
        session.input(inputs.get(0), new FloatTensor(rows(), TOKENS, width));
        session.input(inputs.get(1), new FloatTensor(mask(), TOKENS, TOKENS));
      }
      return session.output(texts.outputNames().get(0)).data();
    }
  }

  private float[] rows() {
    float[] rows = new float[TOKENS * width];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (i / width * 31 + i % width * 17) % 23 / 23f - 0.5f;
    }
    return rows;
  }

  private static float[] mask() {
    float[] mask = new float[TOKENS * TOKENS];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = i % TOKENS > i / TOKENS ? -1e9f : 0;
    }
    return mask;
  }

  @Override
  public void close() {
    images.close();
    texts.close();
  }
}
