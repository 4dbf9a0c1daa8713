package io.lumiere.workspace.search;

import io.lumiere.models.DualEncoder;
import io.lumiere.models.Prompts;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Labels that pictures are compared with; each is encoded once. Thread-safe. */
public final class Labels {
  private final DualEncoder encoder;
  private final List<String> labels;
  private final List<float[]> vectors;

  /**
   * A label of a picture.
   *
   * @param probability 0 to 1
   * @param cosine that it comes from
   */
  public record Scored(String label, double probability, float cosine) {}

  /** Labels in the model's own sentences. */
  public Labels(DualEncoder encoder, List<String> labels) {
    this(encoder, labels, encoder.templates());
  }

  /**
   * Encodes labels.
   *
   * @param sentences that each label is put into; the mean of them counts
   */
  public Labels(DualEncoder encoder, List<String> labels, List<String> sentences) {
    this.encoder = encoder;
    this.labels = List.copyOf(labels);
    this.vectors =
        this.labels.stream()
            .map(label -> Prompts.encode(encoder.texts(), sentences, label))
            .toList();
  }

  /**
   * How likely each label is for a picture, the likeliest first.
   *
   * @param image the picture's vector by the same model
   */
  public List<Scored> of(float[] image) {
    float[] cosines = new float[labels.size()];
    for (int i = 0; i < cosines.length; i++) {
      cosines[i] = Cosines.of(image, vectors.get(i));
    }
    double[] chances = encoder.scoring().probabilities(cosines);
    return IntStream.range(0, cosines.length)
        .mapToObj(i -> new Scored(labels.get(i), chances[i], cosines[i]))
        .sorted(Comparator.comparingDouble(Scored::cosine).reversed())
        .toList();
  }
}
