package io.lumiere.models.starter;

import io.lumiere.models.TextEncoder;
import io.lumiere.models.internal.UnitVectors;
import io.lumiere.schema.LumiereException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the image side sees, in the text side's space: the sum over all classes of the square root
 * of the class's probability times the text vector of the class's words and definition, brought to
 * unit length. Immutable, so thread-safe.
 */
final class ClassBridge {
  static final String FILE = "bridge.bin";

  private final float[] matrix; // classes x width

  private ClassBridge(float[] matrix) {
    this.matrix = matrix;
  }

  /** Writes the matrix for the classes of ImageNet-1k, whose words are in {@code timm}. */
  static void build(Wheel timm, TextEncoder texts, Path modelDir) throws IOException {
    Map<String, String> lemmas = table(timm, "imagenet_synset_to_lemma.txt");
    Map<String, String> definitions = table(timm, "imagenet_synset_to_definition.txt");
    List<String> classes = timm.lines("/imagenet_synsets.txt");
    if (classes.size() != EfficientNetLite2.CLASSES) {
      throw new LumiereException("timm lists " + classes.size() + " classes, 1000 are due");
    }
    ByteBuffer bytes =
        ByteBuffer.allocate(classes.size() * MiniLm.WIDTH * Float.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    for (String id : classes) {
      for (float v : texts.encode(lemmas.get(id) + ": " + definitions.get(id))) {
        bytes.putFloat(v);
      }
    }
    Files.write(modelDir.resolve(FILE), bytes.array());
  }

  static ClassBridge read(Path modelDir) {
    Path file = modelDir.resolve(FILE);
    float[] matrix = new float[EfficientNetLite2.CLASSES * MiniLm.WIDTH];
    try {
      ByteBuffer.wrap(Files.readAllBytes(file))
          .order(ByteOrder.LITTLE_ENDIAN)
          .asFloatBuffer()
          .get(matrix);
    } catch (IOException e) {
      throw new LumiereException(file + " cannot be read: " + e.getMessage(), e);
    }
    return new ClassBridge(matrix);
  }

  /** The unit vector for these probabilities of all classes. */
  float[] vector(float[] probabilities) {
    float[] sum = new float[MiniLm.WIDTH];
    for (int c = 0; c < probabilities.length; c++) {
      float weight = (float) Math.sqrt(probabilities[c]);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += weight * matrix[c * MiniLm.WIDTH + i];
      }
    }
    return UnitVectors.normalise(sum, "an image");
  }

  private static Map<String, String> table(Wheel timm, String member) {
    Map<String, String> table = new HashMap<>();
    for (String line : timm.lines("/" + member)) {
      int tab = line.indexOf('\t');
      table.put(line.substring(0, tab), line.substring(tab + 1));
    }
    return table;
  }
}
