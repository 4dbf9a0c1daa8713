package io.lumiere.models.internal.bridge;

import io.lumiere.base.RgbImage;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * bridge-goldens.bin, which src/test/python/bridge_goldens.py describes: what NumPy makes of
 * pictures and sentences with a small bridge between made-up towers.
 */
@SuppressWarnings("ArrayRecordComponent") // Only read.
record BridgeGoldens(
    Map<String, float[]> sentences, int classes, List<Picture> pictures, List<Sentence> texts) {
  /** A picture, its class scores and what they give. */
  record Picture(
      RgbImage image, float[] scores, double landscape, double[] strengths, double[] vector) {}

  /** A sentence vector and what it gives. */
  record Sentence(float[] sentence, double[] vector) {}

  static BridgeGoldens read() throws IOException {
    try (InputStream file = BridgeGoldens.class.getResourceAsStream("/bridge-goldens.bin");
        DataInputStream in = new DataInputStream(file)) {
      int dimension = in.readInt();
      int scene = SceneAttribute.values().length;
      Map<String, float[]> sentences = new HashMap<>();
      for (int i = in.readInt(); i > 0; i--) {
        String text = new String(in.readNBytes(in.readShort()), StandardCharsets.UTF_8);
        sentences.put(text, narrowed(doubles(in, dimension)));
      }
      int classes = in.readInt();
      List<Picture> pictures = new ArrayList<>();
      for (int i = in.readInt(); i > 0; i--) {
        pictures.add(picture(in, classes, scene, dimension));
      }
      List<Sentence> texts = new ArrayList<>();
      for (int i = in.readInt(); i > 0; i--) {
        texts.add(new Sentence(floats(in, dimension), doubles(in, dimension + scene + 1)));
      }
      return new BridgeGoldens(sentences, classes, pictures, texts);
    }
  }

  /** The bridge of these towers. */
  BridgeMatrices matrices() {
    List<String> prompts = IntStream.range(0, classes).mapToObj(i -> "class " + i).toList();
    return BridgeBuilder.build(prompts, sentences::get);
  }

  private static Picture picture(DataInputStream in, int classes, int scene, int dimension)
      throws IOException {
    int width = in.readInt();
    int height = in.readInt();
    RgbImage image = new RgbImage(width, height, in.readNBytes(3 * width * height));
    return new Picture(
        image,
        floats(in, classes),
        in.readDouble(),
        doubles(in, scene),
        doubles(in, dimension + scene + 1));
  }

  private static float[] floats(DataInputStream in, int count) throws IOException {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.readFloat();
    }
    return values;
  }

  private static double[] doubles(DataInputStream in, int count) throws IOException {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.readDouble();
    }
    return values;
  }

  private static float[] narrowed(double[] values) {
    float[] narrow = new float[values.length];
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = (float) values[i];
    }
    return narrow;
  }
}
